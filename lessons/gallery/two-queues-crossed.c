/* Two workers that get from each other.
 * SPDX-License-Identifier: MIT
 *
 * Each waits for the other's item before it gives its own: question, question,
 * and no answer. Semaphores replace the queues: a post is a put.
 *
 * verdict: deadlock
 */
#include <pthread.h>
#include <semaphore.h>

static sem_t questions, answers;

static void *
ask(void *nothing)
{
    sem_wait(&answers);
    sem_post(&questions);
    return nothing;
}

static void *
answer(void *nothing)
{
    sem_wait(&questions);
    sem_post(&answers);
    return nothing;
}

int
main(void)
{
    pthread_t asker, answerer;

    sem_init(&questions, 0, 0);
    sem_init(&answers, 0, 0);
    pthread_create(&asker, NULL, ask, NULL);
    pthread_create(&answerer, NULL, answer, NULL);
    pthread_join(asker, NULL);
    pthread_join(answerer, NULL);
    return 0;
}
