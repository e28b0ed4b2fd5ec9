/* A token that an error keeps.
 * SPDX-License-Identifier: MIT
 *
 * A worker that fails exits without its post, and one token is lost.
 *
 * verdict: deadlock
 */
#include <pthread.h>
#include <semaphore.h>

static sem_t tokens;

static void *
work(void *fails)
{
    sem_wait(&tokens);
    if (*(int *)fails)
        return NULL;
    sem_post(&tokens);
    return NULL;
}

int
main(void)
{
    static int fails[2] = {0, 1};
    pthread_t workers[2];

    sem_init(&tokens, 0, 1);
    for (int i = 0; i < 2; i++)
        pthread_create(&workers[i], NULL, work, &fails[i]);
    for (int i = 0; i < 2; i++)
        pthread_join(workers[i], NULL);
    return 0;
}
