/* The error that got lost: a wait that never waits.
 * SPDX-License-Identifier: MIT
 *
 * The consumer waits for an item that comes after 50 ms, with a deadline a
 * second from now.  The deadline's nanoseconds are not carried into its
 * seconds, so it is no moment; with --carry they are.  After a million waits
 * the consumer gives up; without that it would never end.
 */
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "clock.h"
#include "must.h"

enum { ENOUGH = 1000000 };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t not_empty = PTHREAD_COND_INITIALIZER;
static int n_items; /* lock guards it */
static bool carries;

static struct timespec
in_a_second(void)
{
    struct timespec t;

    clock_gettime(CLOCK_REALTIME, &t);
    t.tv_nsec += 1000000000;
    if (carries) {
        t.tv_sec += t.tv_nsec / 1000000000;
        t.tv_nsec %= 1000000000;
    }
    return t;
}

/* Returns how often it waited; what a wait returned is not looked at. */
static long
get(void)
{
    struct timespec deadline = in_a_second();
    long n_waits = 0;

    must(pthread_mutex_lock(&lock));
    for (; n_items == 0 && n_waits < ENOUGH; n_waits++)
        (void)pthread_cond_timedwait(&not_empty, &lock, &deadline);
    must(pthread_mutex_unlock(&lock));
    return n_waits;
}

static void *
put(void *unused)
{
    clock_nap(50 * NS_PER_MS);
    must(pthread_mutex_lock(&lock));
    n_items++;
    must(pthread_cond_signal(&not_empty));
    must(pthread_mutex_unlock(&lock));
    return unused;
}

int
main(int argc, char **argv)
{
    pthread_t producer;

    carries = argc > 1 && !strcmp(argv[1], "--carry");
    must(pthread_create(&producer, NULL, put, NULL));
    long n_waits = get();
    must(pthread_join(producer, NULL));
    printf("%ld waits, and %s\n", n_waits,
           n_waits < ENOUGH ? "an item" : "no item yet");
    return n_waits < ENOUGH ? 0 : 1;
}
