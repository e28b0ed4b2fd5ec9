/* A pipe: the kernel's own queue, as a contender.
 * SPDX-License-Identifier: MIT
 *
 * An item is 8 bytes, written and read at once (up to PIPE_BUF bytes are not
 * torn).  Its capacity is what the pipe holds, so it is offered as unbounded and
 * keeps 64 KiB: 8,192 items.
 */
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "contender.h"

struct ends {
    int from, to;
};

static int
create(const struct contender *self, size_t capacity, void **queue)
{
    struct ends *e = malloc(sizeof(*e));
    int fds[2];

    (void)self;
    if (!e || capacity || pipe(fds)) {
        free(e);
        return e ? EINVAL : ENOMEM;
    }
    *e = (struct ends){fds[0], fds[1]};
    *queue = e;
    return 0;
}

static int
destroy(void *queue)
{
    struct ends *e = queue;

    close(e->from);
    close(e->to);
    free(e);
    return 0;
}

static int
is_ready(int fd, short events, const struct timespec *deadline)
{
    struct pollfd end = {.fd = fd, .events = events};

    return !deadline || poll(&end, 1, 0) > 0;
}

static int
put(void *queue, uintptr_t item, const struct timespec *deadline)
{
    struct ends *e = queue;

    if (!is_ready(e->to, POLLOUT, deadline))
        return EAGAIN;
    return write(e->to, &item, sizeof(item)) == sizeof(item) ? 0 : errno;
}

static int
get(void *queue, uintptr_t *item, const struct timespec *deadline)
{
    struct ends *e = queue;

    if (!is_ready(e->from, POLLIN, deadline))
        return EAGAIN;
    return read(e->from, item, sizeof(*item)) == sizeof(*item) ? 0 : errno;
}

static size_t
size(void *queue)
{
    struct ends *e = queue;
    int bytes = 0;

    ioctl(e->from, FIONREAD, &bytes);
    return (size_t)bytes / sizeof(uintptr_t);
}

static struct contender_counts
counts(void *queue)
{
    (void)queue;
    return (struct contender_counts){0, 0, 0};
}

static const struct contender pipe_queue = {
    .abi = CONTENDER_ABI,
    .name = "pipe",
    .family = "peer",
    .traits = CONTENDER_UNBOUNDED,
    .create = create,
    .destroy = destroy,
    .put = put,
    .get = get,
    .size = size,
    .counts = counts,
};

const struct contender *const contenders[] = {&pipe_queue, NULL};
