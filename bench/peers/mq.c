/* POSIX's message queue, the kernel's own, as a contender.
 * SPDX-License-Identifier: MIT
 *
 * Each put and each get is a system call.  A user may ask for as many messages
 * as /proc/sys/fs/mqueue/msg_max says, 10 as a rule: more is not offered.
 */
#include <errno.h>
#include <fcntl.h>
#include <mqueue.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "contender.h"

static int
create(const struct contender *self, size_t capacity, void **queue)
{
    static atomic_uint n;
    struct mq_attr kind = {.mq_maxmsg = (long)capacity,
                           .mq_msgsize = sizeof(uintptr_t)};
    char name[64];
    mqd_t *mq = malloc(sizeof(*mq));

    (void)self;
    if (!mq)
        return ENOMEM;
    snprintf(name, sizeof(name), "/doorbell-%d-%u", (int)getpid(), n++);
    *mq = mq_open(name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600, &kind);
    if (*mq == (mqd_t)-1) {
        free(mq);
        return errno;
    }
    mq_unlink(name); /* it lives on while it is open */
    *queue = mq;
    return 0;
}

static int
destroy(void *queue)
{
    mq_close(*(mqd_t *)queue);
    free(queue);
    return 0;
}

/* A moment long ago: the call that would wait gives ETIMEDOUT. */
static const struct timespec past = {0, 0};

static int
error_of(void)
{
    return errno == ETIMEDOUT ? EAGAIN : errno;
}

static int
put(void *queue, uintptr_t item, const struct timespec *deadline)
{
    mqd_t mq = *(mqd_t *)queue;
    const char *bytes = (const char *)&item;
    int failed;

    do
        failed = deadline ? mq_timedsend(mq, bytes, sizeof(item), 0, &past)
                          : mq_send(mq, bytes, sizeof(item), 0);
    while (failed && errno == EINTR);
    return failed ? error_of() : 0;
}

static int
get(void *queue, uintptr_t *item, const struct timespec *deadline)
{
    mqd_t mq = *(mqd_t *)queue;
    char *bytes = (char *)item;
    ssize_t n;

    do
        n = deadline ? mq_timedreceive(mq, bytes, sizeof(*item), NULL, &past)
                     : mq_receive(mq, bytes, sizeof(*item), NULL);
    while (n < 0 && errno == EINTR);
    return n < 0 ? error_of() : 0;
}

static size_t
size(void *queue)
{
    struct mq_attr state = {.mq_curmsgs = 0};

    mq_getattr(*(mqd_t *)queue, &state);
    return (size_t)state.mq_curmsgs;
}

static struct contender_counts
counts(void *queue)
{
    (void)queue;
    return (struct contender_counts){0, 0, 0};
}

static const struct contender mq = {
    .abi = CONTENDER_ABI,
    .name = "mq",
    .family = "peer",
    .traits = CONTENDER_BOUNDED,
    .create = create,
    .destroy = destroy,
    .put = put,
    .get = get,
    .size = size,
    .counts = counts,
};

const struct contender *const contenders[] = {&mq, NULL};
