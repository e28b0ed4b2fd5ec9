/* The calls of a page of the pair, recorded: what ld --wrap puts between.
 * SPDX-License-Identifier: MIT
 *
 * Compiled against each page.  A lock or a condition has the name of the queue
 * that it is in; those that are in none are not recorded.
 */
#include <malloc.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <string.h>

#include "clock.h"
#include "queue.h"
#include "record.h"

enum { QUEUES_MAX = 16 };

int __real_queue_put(struct queue *q, void *item);
int __real_queue_get(struct queue *q, void **item);
void __real_clock_nap(int64_t ns);
int __real_clock_sleep_until(int64_t ns);
int __real_pthread_cond_wait(pthread_cond_t *c, pthread_mutex_t *m);
int __real_pthread_cond_signal(pthread_cond_t *c);
int __real_pthread_mutex_lock(pthread_mutex_t *m);
int __real_pthread_mutex_unlock(pthread_mutex_t *m);

int __wrap_queue_put(struct queue *q, void *item);
int __wrap_queue_get(struct queue *q, void **item);
void __wrap_clock_nap(int64_t ns);
int __wrap_clock_sleep_until(int64_t ns);
int __wrap_pthread_cond_wait(pthread_cond_t *c, pthread_mutex_t *m);
int __wrap_pthread_cond_signal(pthread_cond_t *c);
int __wrap_pthread_mutex_lock(pthread_mutex_t *m);
int __wrap_pthread_mutex_unlock(pthread_mutex_t *m);

/* The queues that have been seen, and the numbers of their names. */
static _Atomic(struct queue *) queues[QUEUES_MAX];
static atomic_int numbers[QUEUES_MAX];
static atomic_int n_queues;

static atomic_int n_items;

/* The number of the queue that something is in, or EVENT_NOTHING. */
static int
number_at(const void *address)
{
    for (int i = 0; i < n_queues && i < QUEUES_MAX; i++) {
        const struct queue *q = queues[i];
        if (q && (const char *)address >= (const char *)q &&
            (const char *)address < (const char *)(q + 1))
            return numbers[i];
    }
    return EVENT_NOTHING;
}

static int
number_of(struct queue *q)
{
    int number = number_at(q);

    if (number != EVENT_NOTHING)
        return number;
    number = record_object(q->name);
    int at = atomic_fetch_add(&n_queues, 1) % QUEUES_MAX;
    numbers[at] = number;
    queues[at] = q;
    return number;
}

static void
count(int change)
{
    struct mallinfo2 memory = mallinfo2();

    record(EVENT_COUNTS, record_object("length"),
           atomic_fetch_add(&n_items, change) + change);
    record(EVENT_COUNTS, record_object("KiB"),
           (int64_t)((memory.uordblks + memory.hblkhd) >> 10));
}

static bool
is_done_queue(const struct queue *q)
{
    return !strcmp(q->name, "done");
}

int
__wrap_queue_put(struct queue *q, void *item)
{
    int number = number_of(q);
    bool waits = !is_done_queue(q); /* items in it wait for no worker */

    record(EVENT_PUTS, number, (intptr_t)item);
    if (waits)
        count(1); /* before, or it might be got before it is counted */
    int error = __real_queue_put(q, item);
    if (error && waits)
        count(-1);
    return error;
}

int
__wrap_queue_get(struct queue *q, void **item)
{
    int number = number_of(q);

    record(EVENT_LOOKS, number, 0);
    int error = __real_queue_get(q, item);
    if (error)
        return error;
    record(EVENT_GETS, number, (intptr_t)*item);
    record(EVENT_WORKS, number, 0);
    if (!is_done_queue(q))
        count(-1);
    return 0;
}

void
__wrap_clock_nap(int64_t ns)
{
    record(EVENT_NAPS, EVENT_NOTHING, 0);
    __real_clock_nap(ns);
    record(EVENT_WORKS, EVENT_NOTHING, 0);
}

/* Main's schedule: it sleeps until the next item is due. */
int
__wrap_clock_sleep_until(int64_t ns)
{
    record(EVENT_WAITS, record_object("the next item"), 0);
    int error = __real_clock_sleep_until(ns);
    record(EVENT_WORKS, EVENT_NOTHING, 0);
    return error;
}

int
__wrap_pthread_cond_wait(pthread_cond_t *c, pthread_mutex_t *m)
{
    int number = number_at(m);

    record(EVENT_UNLOCKS, number, 0);
    record(EVENT_WAITS, number, 0);
    int error = __real_pthread_cond_wait(c, m);
    record(EVENT_LOCKS, number, 0);
    record(EVENT_WORKS, number, 0);
    return error;
}

int
__wrap_pthread_cond_signal(pthread_cond_t *c)
{
    int number = number_at(c);

    if (number != EVENT_NOTHING)
        record(EVENT_RINGS, number, EVENT_NOBODY);
    return __real_pthread_cond_signal(c);
}

int
__wrap_pthread_mutex_lock(pthread_mutex_t *m)
{
    int error = __real_pthread_mutex_lock(m);
    int number = number_at(m);

    if (number != EVENT_NOTHING)
        record(EVENT_LOCKS, number, 0);
    return error;
}

int
__wrap_pthread_mutex_unlock(pthread_mutex_t *m)
{
    int number = number_at(m);

    if (number != EVENT_NOTHING)
        record(EVENT_UNLOCKS, number, 0);
    return __real_pthread_mutex_unlock(m);
}
