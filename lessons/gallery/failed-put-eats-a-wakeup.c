/* A put that fails, and keeps the wake-up that it got.
 * SPDX-License-Identifier: MIT
 *
 * Two producers wait for room. One is woken, gets no memory, and returns.
 * There is still room, and the other producer still sleeps.
 *
 * verdict: deadlock
 * explore: --failing-allocations 1
 * spin: queue -DPATIENT -DEATS_WAKEUP
 */
#include <pthread.h>
#include <stdlib.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t not_empty = PTHREAD_COND_INITIALIZER;
static pthread_cond_t not_full = PTHREAD_COND_INITIALIZER;
/* lock guards all of these: */
static char *slot = NULL; /* a queue of capacity 1 */
static int n_producers = 2;

static void *
produce(void *nothing)
{
    pthread_mutex_lock(&lock);
    while (slot)
        pthread_cond_wait(&not_full, &lock);
    slot = malloc(1);
    if (slot)
        pthread_cond_signal(&not_empty);
    if (--n_producers == 0)
        pthread_cond_signal(&not_empty);
    pthread_mutex_unlock(&lock);
    return nothing;
}

static void *
consume(void *nothing)
{
    pthread_mutex_lock(&lock);
    while (slot || n_producers) {
        if (slot) {
            free(slot);
            slot = NULL;
            pthread_cond_signal(&not_full);
        } else {
            pthread_cond_wait(&not_empty, &lock);
        }
    }
    pthread_mutex_unlock(&lock);
    return nothing;
}

int
main(void)
{
    pthread_t threads[3];

    while (!slot)
        slot = malloc(1);
    for (int i = 0; i < 3; i++)
        pthread_create(&threads[i], NULL, i < 2 ? produce : consume, NULL);
    for (int i = 0; i < 3; i++)
        pthread_join(threads[i], NULL);
    return 0;
}
