/* Hangs at a barrier for three: two come to its second round.
 * SPDX-License-Identifier: MIT
 */
#include <pthread.h>
#include <stddef.h>

static pthread_barrier_t start;

static void *
come(void *again)
{
    pthread_barrier_wait(&start);
    if (again)
        pthread_barrier_wait(&start);
    return NULL;
}

int
main(void)
{
    pthread_t once, twice;

    pthread_barrier_init(&start, NULL, 3);
    pthread_create(&once, NULL, come, NULL);
    pthread_create(&twice, NULL, come, &start);
    pthread_barrier_wait(&start);
    pthread_join(once, NULL);
    pthread_barrier_wait(&start);
    return pthread_join(twice, NULL);
}
