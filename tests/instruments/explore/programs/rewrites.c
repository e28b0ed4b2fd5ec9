/* A store that changes nothing until another thread has stored: it waits in its store
 * buffer, or has left it, and memory is the same.
 * SPDX-License-Identifier: MIT
 */
#include <pthread.h>
#include <stdatomic.h>
#include <stddef.h>

static atomic_int x = 1, y;

static void *
again(void *nothing)
{
    atomic_store_explicit(&x, 1, memory_order_relaxed);
    return atomic_load_explicit(&y, memory_order_relaxed) ? &y : nothing;
}

static void *
anew(void *nothing)
{
    atomic_store(&x, 2);
    return nothing;
}

int
main(void)
{
    pthread_t threads[2];

    pthread_create(&threads[0], NULL, again, NULL);
    pthread_create(&threads[1], NULL, anew, NULL);
    for (int i = 0; i < 2; i++)
        pthread_join(threads[i], NULL);
    return 0;
}
