/* A task_done that an error skips.
 * SPDX-License-Identifier: MIT
 *
 * The item that fails gets no task_done, and the join waits forever. An
 * error is an end like any other.
 *
 * verdict: deadlock
 * spin: queue -DTASK_DONE_MISSING
 */
#include <pthread.h>
#include <stdlib.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t all_done = PTHREAD_COND_INITIALIZER;
/* lock guards all of these: */
static unsigned unfinished = 2;
static int n_worked;

static void
task_done(void)
{
    pthread_mutex_lock(&lock);
    if (--unfinished == 0)
        pthread_cond_broadcast(&all_done);
    pthread_mutex_unlock(&lock);
}

static void *
work(void *fails)
{
    pthread_mutex_lock(&lock);
    n_worked++;
    pthread_mutex_unlock(&lock);
    if (!*(int *)fails)
        task_done();
    return NULL;
}

int
main(void)
{
    static int fails[2] = {0, 1};
    pthread_t workers[2];

    for (int i = 0; i < 2; i++)
        pthread_create(&workers[i], NULL, work, &fails[i]);
    pthread_mutex_lock(&lock);
    while (unfinished)
        pthread_cond_wait(&all_done, &lock);
    int worked = n_worked;
    pthread_mutex_unlock(&lock);
    for (int i = 0; i < 2; i++)
        pthread_join(workers[i], NULL);
    return worked == 2 ? 0 : 1;
}
