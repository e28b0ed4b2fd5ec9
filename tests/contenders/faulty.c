/* Contenders with a planted fault each: conformance must name every one.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdlib.h>

#include "clock.h"
#include "contender.h"
#include "waiting/ladder.h"
#include "waiting/ways.h"

struct faulty {
    struct ladder ladder;
    const struct contender *self;
    unsigned long n_puts;
    uintptr_t held;
};

static int
create(const struct contender *self, size_t capacity, void **queue)
{
    struct faulty *f = calloc(1, sizeof(*f));

    if (!f)
        return ENOMEM;
    f->self = self;
    *queue = f;
    return ladder_init(&f->ladder, &way_futex, capacity);
}

static int
create_unbounded(const struct contender *self, size_t capacity, void **queue)
{
    (void)capacity;
    return create(self, 0, queue);
}

static int
destroy(void *queue)
{
    struct faulty *f = queue;

    ladder_destroy(&f->ladder);
    free(f);
    return 0;
}

static int
put(void *queue, uintptr_t item, const struct timespec *deadline)
{
    struct faulty *f = queue;

    return ladder_put(&f->ladder, (void *)item, deadline);
}

/* Says that it has taken the item, once in 2,000 times, and has not. */
static int
put_and_lose(void *queue, uintptr_t item, const struct timespec *deadline)
{
    struct faulty *f = queue;

    if (item && __atomic_add_fetch(&f->n_puts, 1, __ATOMIC_RELAXED) % 2000 == 0)
        return 0;
    return put(queue, item, deadline);
}

/* Puts an item in twice, once in 2,000 times. */
static int
put_and_double(void *queue, uintptr_t item, const struct timespec *deadline)
{
    struct faulty *f = queue;

    if (item && __atomic_add_fetch(&f->n_puts, 1, __ATOMIC_RELAXED) % 2000 == 0)
        put(queue, item, deadline);
    return put(queue, item, deadline);
}

/* Counts without a lock: only ThreadSanitizer can tell. */
static int
put_and_race(void *queue, uintptr_t item, const struct timespec *deadline)
{
    struct faulty *f = queue;

    f->n_puts++;
    return put(queue, item, deadline);
}

static int
get(void *queue, uintptr_t *item, const struct timespec *deadline)
{
    struct faulty *f = queue;
    void *got;
    int error = ladder_get(&f->ladder, &got, deadline);

    if (!error)
        *item = (uintptr_t)got;
    return error;
}

/* Keeps an item back, once in 1,000 times, and puts it behind the next. */
static int
put_and_swap(void *queue, uintptr_t item, const struct timespec *deadline)
{
    struct faulty *f = queue;
    unsigned long n = __atomic_add_fetch(&f->n_puts, 1, __ATOMIC_RELAXED);

    if (item && n % 1000 == 0) {
        item = __atomic_exchange_n(&f->held, item, __ATOMIC_SEQ_CST);
        return item ? put(queue, item, deadline) : 0;
    }
    uintptr_t held = __atomic_exchange_n(&f->held, 0, __ATOMIC_SEQ_CST);
    if (held && !item)
        put(queue, held, deadline);
    int error = put(queue, item, deadline);
    if (held && item)
        put(queue, held, deadline);
    return error;
}

static size_t
size(void *queue)
{
    struct faulty *f = queue;

    return ladder_size(&f->ladder);
}

static struct contender_counts
counts(void *queue)
{
    (void)queue;
    return (struct contender_counts){0};
}

static void
close_it(void *queue, void (*drop)(void *context, uintptr_t item),
         void *context)
{
    struct faulty *f = queue;
    void *item;

    ladder_close(&f->ladder, NULL, NULL);
    while (drop && ladder_get(&f->ladder, &item, NULL) == 0)
        drop(context, (uintptr_t)item);
}

/* Sets the flag, and wakes nobody. */
static void
close_silently(void *queue, void (*drop)(void *context, uintptr_t item),
               void *context)
{
    struct faulty *f = queue;
    void *item;

    pthread_mutex_lock(&f->ladder.lock);
    f->ladder.closed = true;
    pthread_mutex_unlock(&f->ladder.lock);
    while (drop && ladder_get(&f->ladder, &item, NULL) == 0)
        drop(context, (uintptr_t)item);
}

/* Gives up 15 ms before the deadline: more than a busy machine is late. */
static int
get_early(void *queue, uintptr_t *item, const struct timespec *deadline)
{
    struct timespec early;

    if (deadline && deadline->tv_sec > 1) {
        early = clock_timespec(clock_ns(*deadline) - 15 * NS_PER_MS);
        deadline = &early;
    }
    return get(queue, item, deadline);
}

#define FAULTY(fault, do_create, do_put, do_get, do_close)                     \
    {                                                                          \
        .abi = CONTENDER_ABI, .name = fault, .family = "faulty",               \
        .traits = CONTENDER_BOUNDED | CONTENDER_UNBOUNDED | CONTENDER_CLOSE |  \
                  CONTENDER_TIMED,                                             \
        .create = do_create, .destroy = destroy, .put = do_put, .get = do_get, \
        .size = size, .counts = counts, .close = do_close,                     \
    }

static const struct contender faulty[] = {
    FAULTY("none", create, put, get, close_it),
    FAULTY("loses", create, put_and_lose, get, close_it),
    FAULTY("doubles", create, put_and_double, get, close_it),
    FAULTY("swaps", create, put_and_swap, get, close_it),
    FAULTY("overfills", create_unbounded, put, get, close_it),
    FAULTY("silent", create, put, get, close_silently),
    FAULTY("early", create, put, get_early, close_it),
    FAULTY("races", create, put_and_race, get, close_it),
};

const struct contender *const contenders[] = {&faulty[0], &faulty[1],
                                              &faulty[2], &faulty[3],
                                              &faulty[4], &faulty[5],
                                              &faulty[6], &faulty[7],
                                              NULL};
