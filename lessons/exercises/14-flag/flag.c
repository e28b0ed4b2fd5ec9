/* Exercise 14: a flag that is set where no lock may be taken.
 * SPDX-License-Identifier: MIT
 */
#include <pthread.h>
#include <semaphore.h>
#include <stdatomic.h>

#include "flag.h"
#include "must.h"

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static atomic_bool ready;

void
begin(void)
{
}

void
set(void)
{
    atomic_store(&ready, 1);
    must(pthread_cond_signal(&changed));
}

void
wait_until_set(void)
{
    must(pthread_mutex_lock(&lock));
    while (!atomic_load(&ready))
        must(pthread_cond_wait(&changed, &lock));
    must(pthread_mutex_unlock(&lock));
}
