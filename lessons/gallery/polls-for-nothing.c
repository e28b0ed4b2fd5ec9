/* A poller that looks for what never comes.
 * SPDX-License-Identifier: MIT
 *
 * The worker fails and returns without a word; main looks again and again.
 * Looking without a nap is no fault by itself: a worker that reports its end
 * ends the loop, since it runs at some time.
 *
 * verdict: livelock
 */
#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static bool is_through; /* lock guards it */

static void
say_through(void)
{
    pthread_mutex_lock(&lock);
    is_through = true;
    pthread_mutex_unlock(&lock);
}

static void *
work(void *input)
{
    if (!input)
        return NULL;
    say_through();
    return input;
}

static bool
look(void)
{
    pthread_mutex_lock(&lock);
    bool seen = is_through;
    pthread_mutex_unlock(&lock);
    return seen;
}

int
main(void)
{
    pthread_t worker;

    pthread_create(&worker, NULL, work, NULL);
    while (!look())
        continue;
    pthread_join(worker, NULL);
    return 0;
}
