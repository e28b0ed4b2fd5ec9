/* Posts, and then sets.
 * SPDX-License-Identifier: MIT
 *
 * The setter runs where it must not wait, as in the handler of a signal: it may
 * not lock a mutex.  The waiter returns only once ready is set, and sleeps
 * until then.
 */
#include <pthread.h>
#include <semaphore.h>
#include <stdatomic.h>

#include "must.h"

static sem_t posts;
static atomic_bool ready;

static void
begin(void)
{
    sem_init(&posts, 0, 0);
}

static void
set(void)
{
    sem_post(&posts);
    atomic_store(&ready, 1);
}

static void
wait_until_set(void)
{
    while (!atomic_load(&ready))
        sem_wait(&posts);
}

/* From here on it is the grader's. */
#ifndef N_SETS
#define N_SETS 1
#endif

static void *
run(void *unused)
{
    for (int i = 0; i < N_SETS; i++)
        set();
    return unused;
}

int
main(void)
{
    pthread_t setter;

    begin();
    must(pthread_create(&setter, NULL, run, NULL));
    wait_until_set();
    int was_set = atomic_load(&ready);
    must(pthread_join(setter, NULL));
    return was_set ? 0 : 1;
}
