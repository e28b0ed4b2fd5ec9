/* ZeroMQ within a process, from its Debian package, as a contender.
 * SPDX-License-Identifier: MIT
 *
 * A socket is for one thread at a time, so it is offered to one producer and one
 * consumer alone; what it keeps of messages has no bound here.
 */
#include <errno.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <zmq.h>

#include "contender.h"

struct peer {
    void *context, *in, *out;
    atomic_size_t n;
};

static void *
open_socket(struct peer *p, int type, int bound_option)
{
    static const int none = 0;
    void *socket = zmq_socket(p->context, type);

    zmq_setsockopt(socket, bound_option, &none, sizeof(none));
    zmq_setsockopt(socket, ZMQ_LINGER, &none, sizeof(none));
    return socket;
}

static int
create(const struct contender *self, size_t capacity, void **queue)
{
    struct peer *p = capacity ? NULL : calloc(1, sizeof(*p));

    (void)self;
    if (!p)
        return capacity ? EINVAL : ENOMEM;
    p->context = zmq_ctx_new();
    p->out = open_socket(p, ZMQ_PULL, ZMQ_RCVHWM);
    p->in = open_socket(p, ZMQ_PUSH, ZMQ_SNDHWM);
    *queue = p;
    return zmq_bind(p->out, "inproc://queue") ||
                   zmq_connect(p->in, "inproc://queue")
               ? errno
               : 0;
}

static int
destroy(void *queue)
{
    struct peer *p = queue;

    zmq_close(p->in);
    zmq_close(p->out);
    zmq_ctx_term(p->context);
    free(p);
    return 0;
}

static int
put(void *queue, uintptr_t item, const struct timespec *deadline)
{
    struct peer *p = queue;
    int n;

    (void)deadline;
    atomic_fetch_add(&p->n, 1);
    while ((n = zmq_send(p->in, &item, sizeof(item), 0)) < 0 && errno == EINTR)
        continue;
    return n < 0 ? errno : 0;
}

static int
get(void *queue, uintptr_t *item, const struct timespec *deadline)
{
    struct peer *p = queue;
    int n;

    while ((n = zmq_recv(p->out, item, sizeof(*item),
                         deadline ? ZMQ_DONTWAIT : 0)) < 0 &&
           errno == EINTR)
        continue;
    if (n < 0)
        return errno;
    atomic_fetch_sub(&p->n, 1);
    return 0;
}

static size_t
size(void *queue)
{
    return atomic_load(&((struct peer *)queue)->n);
}

static struct contender_counts
counts(void *queue)
{
    (void)queue;
    return (struct contender_counts){0, 0, 0};
}

static const struct contender zmq = {
    .abi = CONTENDER_ABI,
    .name = "zmq",
    .family = "peer",
    .traits = CONTENDER_UNBOUNDED | CONTENDER_SPSC,
    .create = create,
    .destroy = destroy,
    .put = put,
    .get = get,
    .size = size,
    .counts = counts,
};

const struct contender *const contenders[] = {&zmq, NULL};
