/* A flag, and a semaphore that keeps what was posted.
 * SPDX-License-Identifier: MIT
 */
#include <semaphore.h>
#include <stdatomic.h>

#include "flag.h"

static sem_t posts;
static atomic_bool ready;

void
begin(void)
{
    sem_init(&posts, 0, 0);
}

void
set(void)
{
    atomic_store(&ready, 1);
    sem_post(&posts);
}

void
wait_until_set(void)
{
    while (!atomic_load(&ready))
        sem_wait(&posts);
}
