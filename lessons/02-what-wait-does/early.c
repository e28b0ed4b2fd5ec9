/* The signal that no thread received: a signal before the wait.
 * SPDX-License-Identifier: MIT
 *
 * The producer has signalled before the consumer begins to wait.  A condition
 * variable keeps nothing: the consumer must look at what was put, and with
 * --look it does.  Else it waits forever; here for half a second.
 */
#include <errno.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "must.h"

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t not_empty = PTHREAD_COND_INITIALIZER;
static int n_items; /* lock guards it */

static void
put(void)
{
    must(pthread_mutex_lock(&lock));
    n_items++;
    must(pthread_cond_signal(&not_empty));
    must(pthread_mutex_unlock(&lock));
}

/* Returns 0, or ETIMEDOUT without a signal. */
static int
get(bool looks)
{
    struct timespec deadline;
    int error = 0;

    clock_gettime(CLOCK_REALTIME, &deadline);
    deadline.tv_nsec += 500000000;
    deadline.tv_sec += deadline.tv_nsec / 1000000000;
    deadline.tv_nsec %= 1000000000;
    must(pthread_mutex_lock(&lock));
    while ((!looks || n_items == 0) && !error)
        error = pthread_cond_timedwait(&not_empty, &lock, &deadline);
    must(pthread_mutex_unlock(&lock));
    return error;
}

int
main(int argc, char **argv)
{
    bool looks = argc > 1 && !strcmp(argv[1], "--look");

    put();
    int error = get(looks);
    printf("%s: %d item there\n",
           error == ETIMEDOUT ? "no more signals came" : "got it", n_items);
    return error ? 1 : 0;
}
