/* Polling with the lock in hand: how many items does a producer get in?
 * SPDX-License-Identifier: MIT
 *
 * The consumer looks for a second, in one of three ways; the producer wants to
 * put an item every millisecond.  What counts is who has the lock between two
 * looks.
 */
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>

#include "array_len.h"
#include "clock.h"
#include "must.h"

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static atomic_bool stop;
static long n_items, n_put; /* lock guards both */

static void
nap_holding_the_lock(void)
{
    clock_nap(10 * NS_PER_MS);
    must(pthread_mutex_unlock(&lock));
    must(pthread_mutex_lock(&lock));
}

static void
release_for_a_moment(void)
{
    must(pthread_mutex_unlock(&lock));
    must(pthread_mutex_lock(&lock));
}

static void
nap_without_the_lock(void)
{
    must(pthread_mutex_unlock(&lock));
    clock_nap(10 * NS_PER_MS);
    must(pthread_mutex_lock(&lock));
}

static void *
consume(void *argument)
{
    void (*const *between_looks)(void) = argument;

    must(pthread_mutex_lock(&lock));
    while (!atomic_load(&stop)) {
        if (n_items == 0)
            (*between_looks)();
        else
            n_items--;
    }
    must(pthread_mutex_unlock(&lock));
    return NULL;
}

/* For a second; returns how many it put. */
static long
produce(void)
{
    struct timespec until = clock_timespec(clock_now_ns() + NS_PER_S);

    n_put = n_items = 0;
    while (clock_now_ns() < clock_ns(until) &&
           !pthread_mutex_clocklock(&lock, CLOCK_MONOTONIC, &until)) {
        n_items++;
        n_put++;
        must(pthread_mutex_unlock(&lock));
        clock_nap(NS_PER_MS);
    }
    return n_put;
}

int
main(void)
{
    static const struct {
        const char *name;
        void (*between_looks)(void);
    } ways[] = {{"naps with the lock in hand", nap_holding_the_lock},
                {"unlocks, and locks at once", release_for_a_moment},
                {"naps without the lock", nap_without_the_lock}};
    pthread_t consumer;

    for (size_t i = 0; i < ARRAY_LEN(ways); i++) {
        atomic_store(&stop, false);
        must(pthread_create(&consumer, NULL, consume,
                            (void *)&ways[i].between_looks));
        long n = produce();
        atomic_store(&stop, true);
        must(pthread_join(consumer, NULL));
        printf("%-28s %4ld items put in a second\n", ways[i].name, n);
    }
    return 0;
}
