/* Two atomic steps are not one.
 * SPDX-License-Identifier: MIT
 *
 * The load is atomic and the store is atomic, but between them the other
 * worker counts too. No sanitizer reports it.
 *
 * verdict: failed
 */
#include <pthread.h>
#include <stdatomic.h>

static atomic_int n_done;

static void *
work(void *nothing)
{
    atomic_store(&n_done, atomic_load(&n_done) + 1);
    return nothing;
}

int
main(void)
{
    pthread_t workers[2];

    for (int i = 0; i < 2; i++)
        pthread_create(&workers[i], NULL, work, NULL);
    for (int i = 0; i < 2; i++)
        pthread_join(workers[i], NULL);
    return n_done == 2 ? 0 : 1;
}
