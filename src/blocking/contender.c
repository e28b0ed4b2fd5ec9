/* The blocking queue as a contender.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdlib.h>

#include "closing.h"
#include "contender.h"
#include "queue.h"
#include "tasks.h"
#include "timed.h"

static int
create(const struct contender *self, size_t capacity, void **queue)
{
    struct queue *q = malloc(sizeof(*q));

    if (!q)
        return ENOMEM;
    int error = queue_init(q, self->name, capacity);
    if (error)
        free(q);
    else
        *queue = q;
    return error;
}

static int
destroy(void *queue)
{
    queue_close_drop(queue, NULL, NULL);
    int error = queue_destroy(queue);
    if (!error)
        free(queue);
    return error;
}

static int
never(const struct timespec *deadline)
{
    return deadline->tv_sec == 0 && deadline->tv_nsec == 0;
}

static int
put(void *queue, uintptr_t item, const struct timespec *deadline)
{
    if (!deadline)
        return queue_put(queue, (void *)item);
    if (never(deadline))
        return queue_try_put(queue, (void *)item);
    return queue_put_until(queue, (void *)item, deadline);
}

static int
get(void *queue, uintptr_t *item, const struct timespec *deadline)
{
    void *got = NULL;
    int error = !deadline         ? queue_get(queue, &got)
                : never(deadline) ? queue_try_get(queue, &got)
                                  : queue_get_until(queue, &got, deadline);
    if (!error)
        *item = (uintptr_t)got;
    return error;
}

static size_t
size(void *queue)
{
    return queue_size(queue);
}

static struct contender_counts
counts(void *queue)
{
    struct queue_counts c = queue_counts(queue);

    return (struct contender_counts){.parks = c.waits, .wakes = c.wakeups};
}

struct drop {
    void (*function)(void *context, uintptr_t item);
    void *context;
};

static void
drop_one(void *context, void *item)
{
    struct drop *drop = context;

    drop->function(drop->context, (uintptr_t)item);
}

static void
close_queue(void *queue, void (*function)(void *context, uintptr_t item),
            void *context)
{
    struct drop drop = {function, context};

    if (function)
        queue_close_drop(queue, drop_one, &drop);
    else
        queue_close(queue);
}

static int
task_done(void *queue)
{
    return queue_task_done(queue);
}

static int
join(void *queue, const struct timespec *deadline)
{
    if (deadline && never(deadline))
        return queue_unfinished(queue) ? EAGAIN : 0;
    if (deadline)
        return queue_join_until(queue, deadline);
    queue_join(queue);
    return 0;
}

static const struct contender blocking = {
    .abi = CONTENDER_ABI,
    .name = "blocking",
    .family = "pair",
    .traits = CONTENDER_BOUNDED | CONTENDER_UNBOUNDED | CONTENDER_CLOSE |
              CONTENDER_TIMED | CONTENDER_JOIN,
    .create = create,
    .destroy = destroy,
    .put = put,
    .get = get,
    .size = size,
    .counts = counts,
    .close = close_queue,
    .task_done = task_done,
    .join = join,
};

const struct contender *const contenders[] = {&blocking, NULL};
