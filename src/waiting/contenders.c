/* Every rung of the ladder as a contender.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdlib.h>

#include "array_len.h"
#include "contender.h"
#include "waiting/ladder.h"
#include "waiting/ways.h"

struct rung {
    struct contender contender; /* first, so that self leads to the rung */
    const struct way *way;
};

static int
create(const struct contender *self, size_t capacity, void **queue)
{
    const struct rung *rung = (const struct rung *)self;
    struct ladder *q = malloc(sizeof(*q));

    if (!q)
        return ENOMEM;
    int error = ladder_init(q, rung->way, capacity);
    if (error) {
        free(q);
        return error;
    }
    *queue = q;
    return 0;
}

static int
destroy(void *queue)
{
    ladder_destroy(queue);
    free(queue);
    return 0;
}

static int
put(void *queue, uintptr_t item, const struct timespec *deadline)
{
    return ladder_put(queue, (void *)item, deadline);
}

static int
get(void *queue, uintptr_t *item, const struct timespec *deadline)
{
    void *got = NULL;
    int error = ladder_get(queue, &got, deadline);

    if (!error)
        *item = (uintptr_t)got;
    return error;
}

static size_t
size(void *queue)
{
    return ladder_size(queue);
}

static struct contender_counts
counts(void *queue)
{
    struct ladder *q = queue;

    return (struct contender_counts){
        .polls = q->not_empty.polls + q->not_full.polls,
        .parks = q->not_empty.parks + q->not_full.parks,
        .wakes = q->not_empty.wakes + q->not_full.wakes,
    };
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
close_rung(void *queue, void (*function)(void *context, uintptr_t item),
           void *context)
{
    struct drop drop = {function, context};

    ladder_close(queue, function ? drop_one : NULL, &drop);
}

static int
fd(void *queue)
{
    return ladder_fd(queue);
}

enum {
    TRAITS = CONTENDER_BOUNDED | CONTENDER_UNBOUNDED | CONTENDER_CLOSE |
             CONTENDER_TIMED
};

/* One rung: its name, its way, and the traits that not all have. */
#define RUNG(rung_name, rung_way, more, nap)                                   \
    {                                                                          \
        .contender = {.abi = CONTENDER_ABI,                                    \
                      .name = rung_name,                                       \
                      .family = "ladder",                                      \
                      .traits = TRAITS | (more),                               \
                      .nap_ns = nap,                                           \
                      .create = create,                                        \
                      .destroy = destroy,                                      \
                      .put = put,                                              \
                      .get = get,                                              \
                      .size = size,                                            \
                      .counts = counts,                                        \
                      .close = close_rung,                                     \
                      .fd = (more)&CONTENDER_FD ? fd : NULL},                  \
        .way = &(rung_way),                                                    \
    }

static const struct rung rungs[] = {
    RUNG("spin", way_spin, CONTENDER_POLLS, 0),
    RUNG("pause", way_pause, CONTENDER_POLLS, 0),
    RUNG("yield", way_yield, CONTENDER_POLLS, 0),
    RUNG("nap-1ms", way_nap, CONTENDER_POLLS, 1000000),
    RUNG("backoff", way_backoff, CONTENDER_POLLS, 10000000),
    RUNG("condvar", way_condvar, 0, 0),
    RUNG("condvar-locked", way_condvar_locked, 0, 0),
    RUNG("semaphore", way_semaphore, 0, 0),
    RUNG("futex", way_futex, 0, 0),
    RUNG("eventfd", way_eventfd, CONTENDER_FD, 0),
    RUNG("spin-20us-park", way_spinpark, CONTENDER_POLLS, 0),
    RUNG("adaptive", way_adaptive, CONTENDER_POLLS, 0),
    RUNG("gather-10ms", way_gather, 0, 10000000),
};

const struct contender *const contenders[] = {
    &rungs[0].contender,  &rungs[1].contender,
    &rungs[2].contender,  &rungs[3].contender,
    &rungs[4].contender,  &rungs[5].contender,
    &rungs[6].contender,  &rungs[7].contender,
    &rungs[8].contender,  &rungs[9].contender,
    &rungs[10].contender, &rungs[11].contender,
    &rungs[12].contender, NULL,
};
_Static_assert(ARRAY_LEN(contenders) == ARRAY_LEN(rungs) + 1,
               "each rung is a contender");
