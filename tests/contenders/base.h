/* A queue that is right in all it claims, to plant one fault in.
 * SPDX-License-Identifier: MIT
 *
 * It is a rung of the ladder, and counts tasks beside it.  A fault is known by
 * its contender's name; a fault is one function written anew.
 */
#ifndef DOORBELL_TESTS_CONTENDERS_BASE_H
#define DOORBELL_TESTS_CONTENDERS_BASE_H

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "contender.h"
#include "must.h"
#include "waiting/ladder.h"
#include "waiting/ways.h"

/* How it waits; one that waits much can name a way that is cheaper in a test. */
#ifndef BASE_WAY
#define BASE_WAY way_condvar
#endif

struct base {
    struct ladder ladder;
    const char *fault;
    pthread_mutex_t lock;
    pthread_cond_t all_done;
    size_t unfinished; /* lock guards it */
};

__attribute__((unused)) static const struct timespec base_at_once = {0, 0};

static inline int
is(const struct base *b, const char *fault)
{
    return !strcmp(b->fault, fault);
}

static inline int
base_create(const struct contender *self, size_t capacity, void **queue)
{
    struct base *b = calloc(1, sizeof(*b));

    if (!b)
        return ENOMEM;
    int error = ladder_init(&b->ladder, &BASE_WAY, capacity);
    if (error) {
        free(b);
        return error;
    }
    b->fault = self->name;
    must(pthread_mutex_init(&b->lock, NULL));
    must(pthread_cond_init(&b->all_done, NULL));
    *queue = b;
    return 0;
}

static inline int
base_destroy(void *queue)
{
    struct base *b = queue;

    ladder_destroy(&b->ladder);
    must(pthread_cond_destroy(&b->all_done));
    must(pthread_mutex_destroy(&b->lock));
    free(b);
    return 0;
}

static inline void
base_count(struct base *b, size_t n_more, size_t n_less)
{
    must(pthread_mutex_lock(&b->lock));
    b->unfinished += n_more - n_less;
    if (!b->unfinished)
        must(pthread_cond_broadcast(&b->all_done));
    must(pthread_mutex_unlock(&b->lock));
}

static inline int
base_put(void *queue, uintptr_t item, const struct timespec *deadline)
{
    struct base *b = queue;

    base_count(b, 1, 0);
    int error = ladder_put(&b->ladder, (void *)item, deadline);
    if (error)
        base_count(b, 0, 1);
    return error;
}

static inline int
base_get(void *queue, uintptr_t *item, const struct timespec *deadline)
{
    struct base *b = queue;
    void *got = NULL;
    int error = ladder_get(&b->ladder, &got, deadline);

    if (!error)
        *item = (uintptr_t)got;
    return error;
}

static inline size_t
base_size(void *queue)
{
    struct base *b = queue;

    return ladder_size(&b->ladder);
}

static inline struct contender_counts
base_counts(void *queue)
{
    struct base *b = queue;

    return (struct contender_counts){.parks = b->ladder.not_empty.parks +
                                              b->ladder.not_full.parks};
}

static inline void
base_close(void *queue, void (*drop)(void *context, uintptr_t item),
           void *context)
{
    struct base *b = queue;
    void *item;

    ladder_close(&b->ladder, NULL, NULL);
    while (drop && ladder_get(&b->ladder, &item, NULL) == 0) {
        drop(context, (uintptr_t)item);
        base_count(b, 0, 1);
    }
}

static inline int
base_task_done(void *queue)
{
    struct base *b = queue;
    int error = 0;

    must(pthread_mutex_lock(&b->lock));
    if (b->unfinished == 0)
        error = EINVAL;
    else if (--b->unfinished == 0)
        must(pthread_cond_broadcast(&b->all_done));
    must(pthread_mutex_unlock(&b->lock));
    return error;
}

/* With a deadline it looks now and then. */
static inline int
base_join(void *queue, const struct timespec *deadline)
{
    struct base *b = queue;
    int error = 0;

    must(pthread_mutex_lock(&b->lock));
    while (b->unfinished && !error) {
        if (!deadline)
            must(pthread_cond_wait(&b->all_done, &b->lock));
        else if (clock_ns(*deadline) == 0)
            error = EAGAIN;
        else if (clock_now_ns() >= clock_ns(*deadline))
            error = ETIMEDOUT;
        must(pthread_mutex_unlock(&b->lock));
        clock_nap(deadline && !error ? NS_PER_MS / 10 : 0);
        must(pthread_mutex_lock(&b->lock));
    }
    must(pthread_mutex_unlock(&b->lock));
    return error;
}

static inline int
base_fd(void *queue)
{
    struct base *b = queue;

    return ladder_fd(&b->ladder);
}

/* A contender with all traits, whose name is its fault; the functions are those
 * of the base but for those that are planted.
 */
#define UNFIT(fault, a_create, a_destroy, a_put, a_get, a_size, a_close,       \
              a_task_done, a_join, a_fd)                                       \
    &(const struct contender)                                                  \
    {                                                                          \
        .abi = CONTENDER_ABI, .name = fault, .family = "unfit",                \
        .traits = CONTENDER_BOUNDED | CONTENDER_UNBOUNDED | CONTENDER_CLOSE |  \
                  CONTENDER_TIMED | CONTENDER_JOIN | CONTENDER_FD,             \
        .create = a_create, .destroy = a_destroy, .put = a_put, .get = a_get,  \
        .size = a_size, .counts = base_counts, .close = a_close,               \
        .task_done = a_task_done, .join = a_join, .fd = a_fd,                  \
    }

#endif
