/* Queues that are wrong in one call each: a fault for each of the judges.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "contender.h"
#include "waiting/ladder.h"
#include "waiting/ways.h"

/* Which fault it has is its name. */
struct wrong {
    struct ladder ladder;
    const char *fault;
    void *kept; /* and never given back */
};

static int
create(const struct contender *self, size_t capacity, void **queue)
{
    struct wrong *w = calloc(1, sizeof(*w));

    if (!w)
        return ENOMEM;
    w->fault = self->name;
    *queue = w;
    return ladder_init(&w->ladder, &way_condvar, capacity);
}

static int
destroy(void *queue)
{
    struct wrong *w = queue;

    if (!strcmp(w->fault, "cannot-end"))
        return EBUSY;
    ladder_destroy(&w->ladder);
    free(w);
    return 0;
}

static int
put(void *queue, uintptr_t item, const struct timespec *deadline)
{
    struct wrong *w = queue;

    if (!strcmp(w->fault, "loses") && item == 102)
        return 0;
    if (!strcmp(w->fault, "leaks") && item == 102)
        w->kept = malloc(24);
    if (!strcmp(w->fault, "refuses") && item == 102)
        return EAGAIN;
    if (!strcmp(w->fault, "doubles") && item == 101)
        ladder_put(&w->ladder, (void *)item, deadline);
    if (!strcmp(w->fault, "invents") && item == 101)
        item = 999;
    if (!strcmp(w->fault, "swaps") && item <= 102)
        item = item == 101 ? 102 : 101;
    return ladder_put(&w->ladder, (void *)item, deadline);
}

static int
get(void *queue, uintptr_t *item, const struct timespec *deadline)
{
    struct wrong *w = queue;
    void *got = NULL;
    struct timespec limit = deadline ? *deadline : (struct timespec){0};

    if (!strcmp(w->fault, "oversleeps") && limit.tv_sec)
        limit.tv_sec *= 2;
    int error = ladder_get(&w->ladder, &got, deadline ? &limit : NULL);
    while (!strcmp(w->fault, "waits-on") && error == ETIMEDOUT)
        error = ladder_get(&w->ladder, &got, deadline);
    if (!error)
        *item = (uintptr_t)got;
    if (!strcmp(w->fault, "closes-early") && *item == 101)
        return EPIPE;
    return error;
}

static size_t
size(void *queue)
{
    struct wrong *w = queue;

    return ladder_size(&w->ladder);
}

static struct contender_counts
counts(void *queue)
{
    (void)queue;
    return (struct contender_counts){0, 0, 0};
}

static void
close_it(void *queue, void (*drop)(void *context, uintptr_t item),
         void *context)
{
    struct wrong *w = queue;

    (void)drop, (void)context;
    ladder_close(&w->ladder, NULL, NULL);
}

static int
task_done(void *queue)
{
    (void)queue;
    return 0;
}

/* Does not wait for anything. */
static int
join(void *queue, const struct timespec *deadline)
{
    (void)queue, (void)deadline;
    return 0;
}

#define WRONG(fault)                                                           \
    {                                                                          \
        .abi = CONTENDER_ABI, .name = fault, .family = "wrong",                \
        .traits = CONTENDER_BOUNDED | CONTENDER_UNBOUNDED | CONTENDER_CLOSE |  \
                  CONTENDER_TIMED | CONTENDER_JOIN,                            \
        .create = create, .destroy = destroy, .put = put, .get = get,          \
        .size = size, .counts = counts, .close = close_it,                     \
        .task_done = task_done, .join = join,                                  \
    }

static const struct contender wrong[] = {
    WRONG("loses"),    WRONG("leaks"),        WRONG("refuses"),
    WRONG("doubles"),  WRONG("invents"),      WRONG("swaps"),
    WRONG("joins"),    WRONG("closes-early"), WRONG("cannot-end"),
    WRONG("waits-on"), WRONG("oversleeps"),
};

const struct contender *const contenders[] = {&wrong[0], &wrong[1],  &wrong[2],
                                              &wrong[3], &wrong[4],  &wrong[5],
                                              &wrong[6], &wrong[7],  &wrong[8],
                                              &wrong[9], &wrong[10], NULL};
