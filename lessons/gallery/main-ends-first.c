/* A main that ends before its worker.
 * SPDX-License-Identifier: MIT
 *
 * Main returns, and what is to be done at exit frees the log. The worker, which
 * no thread joins, still writes into it.
 *
 * verdict: destroyed
 */
#include <pthread.h>
#include <stdlib.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int *entries; /* lock guards it */

static void *
work(void *nothing)
{
    pthread_mutex_lock(&lock);
    entries[0]++;
    pthread_mutex_unlock(&lock);
    return nothing;
}

static void
close_log(void)
{
    pthread_mutex_lock(&lock);
    free(entries);
    pthread_mutex_unlock(&lock);
}

int
main(void)
{
    pthread_t worker;

    entries = calloc(1, sizeof(*entries));
    if (!entries || atexit(close_log))
        return 0;
    pthread_create(&worker, NULL, work, NULL);
    return 0;
}
