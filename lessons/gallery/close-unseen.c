/* A wait whose predicate ignores the end.
 * SPDX-License-Identifier: MIT
 *
 * The close wakes all waiters. Each checks only for an item, and sleeps
 * again.
 *
 * verdict: deadlock
 */
#include <pthread.h>
#include <stdlib.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t not_empty = PTHREAD_COND_INITIALIZER;
/* lock guards all of these: */
static int size, closed;

static void *
consume(void *nothing)
{
    pthread_mutex_lock(&lock);
    while (size == 0)
        pthread_cond_wait(&not_empty, &lock);
    size -= size > 0;
    pthread_mutex_unlock(&lock);
    return nothing;
}

static void
close_queue(void)
{
    pthread_mutex_lock(&lock);
    closed = 1;
    pthread_cond_broadcast(&not_empty);
    pthread_mutex_unlock(&lock);
}

int
main(void)
{
    pthread_t consumers[2];

    for (int i = 0; i < 2; i++)
        pthread_create(&consumers[i], NULL, consume, NULL);
    close_queue();
    for (int i = 0; i < 2; i++)
        pthread_join(consumers[i], NULL);
    return 0;
}
