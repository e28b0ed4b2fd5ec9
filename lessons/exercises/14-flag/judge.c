/* The program around exercise 14: one sets the flag N_SETS times, main waits.
 * SPDX-License-Identifier: MIT
 */
#include <pthread.h>
#include <stdatomic.h>

#include "flag.h"
#include "must.h"

static atomic_int n_begun;

static void *
sets(void *unused)
{
    for (int i = 0; i < N_SETS; i++) {
        atomic_fetch_add(&n_begun, 1);
        set();
    }
    return unused;
}

/* 1: the wait has returned, and no thread had begun to set anything. */
int
main(void)
{
    pthread_t setter;

    begin();
    must(pthread_create(&setter, NULL, sets, NULL));
    wait_until_set();
    int n = atomic_load(&n_begun);
    must(pthread_join(setter, NULL));
    return n > 0 ? 0 : 1;
}
