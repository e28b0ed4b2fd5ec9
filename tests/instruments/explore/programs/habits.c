/* Findings that hide others.  HOW: 1 destroys a mutex that it holds, 2 counts
 * without a lock at two places, 3 both, and then an assertion that fails in one
 * order, 4 destroys a mutex that another holds, which then unlocks it.
 * SPDX-License-Identifier: MIT
 */
#include <assert.h>
#include <pthread.h>
#include <stddef.h>

static pthread_mutex_t own = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t other = PTHREAD_MUTEX_INITIALIZER;
static int n_runs, n_more, is_done;

static void
count(void)
{
    if (HOW == 2 || HOW == 3) {
        n_runs++;
        n_more += 2;
    }
}

static void *
work(void *nothing)
{
    count();
    if (HOW == 4)
        pthread_mutex_lock(&own);
    pthread_mutex_lock(&lock);
    is_done = 1;
    pthread_mutex_unlock(&lock);
    if (HOW == 4)
        pthread_mutex_unlock(&own);
    return nothing;
}

int
main(void)
{
    pthread_t worker;

    pthread_create(&worker, NULL, work, NULL);
    count();
    if (HOW == 1 || HOW == 3) {
        pthread_mutex_lock(&own);
        pthread_mutex_destroy(&own);
    }
    pthread_mutex_lock(&other);
    pthread_mutex_unlock(&other);
    pthread_mutex_lock(&lock);
    int done = is_done;
    pthread_mutex_unlock(&lock);
    if (HOW == 4 && !done)
        pthread_mutex_destroy(&own);
    assert(HOW != 3 || done);
    pthread_join(worker, NULL);
    return 0;
}
