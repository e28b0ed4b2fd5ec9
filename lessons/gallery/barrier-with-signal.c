/* All threads shall start, and one is woken.
 * SPDX-License-Identifier: MIT
 *
 * A condition that becomes true for all waiters needs a broadcast: a signal
 * wakes one of the two.
 *
 * verdict: deadlock
 */
#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t started = PTHREAD_COND_INITIALIZER;
static int n_started;

static void *
work(void *nothing)
{
    pthread_mutex_lock(&lock);
    if (++n_started == 2)
        pthread_cond_signal(&started);
    while (n_started < 2)
        pthread_cond_wait(&started, &lock);
    pthread_mutex_unlock(&lock);
    return nothing;
}

int
main(void)
{
    pthread_t workers[3];

    n_started = -1; /* three come, and all start together */
    for (int i = 0; i < 3; i++)
        pthread_create(&workers[i], NULL, work, NULL);
    for (int i = 0; i < 3; i++)
        pthread_join(workers[i], NULL);
    return 0;
}
