/* The eventfd, and waiting for one, as the explorer has it.
 * SPDX-License-Identifier: MIT
 *
 * Descriptors of the explorer's own have numbers that the kernel never gives;
 * all others are the kernel's.
 */
#include <errno.h>
#include <string.h>
#include <sys/eventfd.h>

#include "clock.h"
#include "explore/calls/calls.h"

enum { FIRST_FD = 1 << 24 };

/* The object's address is the number: never that of memory. */
static struct object *
eventfd_at(int fd, const void *site)
{
    struct object *o = fd >= FIRST_FD
                           ? object_known((void *)(intptr_t)fd, OBJECT_EVENTFD)
                           : NULL;

    (void)site;
    if (o)
        object_check(o);
    return o;
}

static ssize_t
failed(int error)
{
    errno = error;
    return -1;
}

static unsigned
step(enum op_kind kind, struct object *o, int64_t deadline, const void *site)
{
    unsigned variant = engine_step((struct op){
        .kind = kind, .object = o, .deadline = deadline, .site = site});

    object_check(o);
    if (variant == VARIANT_TIMEOUT && engine.now_ns < deadline)
        engine.now_ns = deadline;
    memory_flush_all(engine.current);
    return variant;
}

int
explore_eventfd(unsigned count, int flags)
{
    const void *site = hooks_site;
    int fd = FIRST_FD;

    if (!is_explored())
        return hooks_real()->eventfd(count, flags);
    while (object_known((void *)(intptr_t)fd, OBJECT_EVENTFD))
        fd++;
    struct object *o = object_at((void *)(intptr_t)fd, OBJECT_EVENTFD, site);
    o->value = count;
    o->flags = flags;
    return fd;
}

ssize_t
explore_read(int fd, void *bytes, size_t n)
{
    const void *site = hooks_site;
    struct object *o = is_explored() ? eventfd_at(fd, site) : NULL;

    if (!o)
        return hooks_real()->read(fd, bytes, n);
    step(o->flags & EFD_NONBLOCK ? OP_READ : OP_SEM_WAIT, o, NEVER, site);
    if (o->value == 0)
        return failed(EAGAIN);
    uint64_t count = o->flags & EFD_SEMAPHORE ? 1 : o->value;
    memory_acquire(o);
    o->value -= count;
    memcpy(bytes, &count, sizeof(count));
    return sizeof(count);
}

ssize_t
explore_write(int fd, const void *bytes, size_t n)
{
    const void *site = hooks_site;
    struct object *o = is_explored() ? eventfd_at(fd, site) : NULL;
    uint64_t count;

    if (!o)
        return hooks_real()->write(fd, bytes, n);
    memcpy(&count, bytes, sizeof(count));
    step(OP_WRITE, o, NEVER, site);
    memory_release(o);
    o->value += count;
    return sizeof(count);
}

static int
poll_one(struct pollfd *fd, int64_t deadline, const void *site)
{
    struct object *o = eventfd_at(fd->fd, site);

    fd->revents = 0;
    if (deadline <= engine.now_ns)
        step(OP_LOAD, o, NEVER, site);
    else
        step(OP_POLL, o, deadline, site);
    if (!o->value)
        return 0;
    fd->revents = POLLIN;
    return 1;
}

int
explore_poll(struct pollfd *fds, nfds_t n, int timeout_ms)
{
    const void *site = hooks_site;

    if (!is_explored() || n != 1 || !eventfd_at(fds->fd, site))
        return hooks_real()->poll(fds, n, timeout_ms);
    return poll_one(fds,
                    timeout_ms < 0 ? NEVER
                                   : engine.now_ns + timeout_ms * NS_PER_MS,
                    site);
}

int
explore_ppoll(struct pollfd *fds, nfds_t n, const struct timespec *timeout,
              const sigset_t *mask)
{
    const void *site = hooks_site;

    if (!is_explored() || n != 1 || !eventfd_at(fds->fd, site))
        return hooks_real()->ppoll(fds, n, timeout, mask);
    return poll_one(fds, timeout ? engine.now_ns + clock_ns(*timeout) : NEVER,
                    site);
}

int
explore_close(int fd)
{
    const void *site = hooks_site;
    struct object *o = is_explored() ? eventfd_at(fd, site) : NULL;

    if (!o)
        return hooks_real()->close(fd);
    o->destroyed = true;
    return 0;
}
