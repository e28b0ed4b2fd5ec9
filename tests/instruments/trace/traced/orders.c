/* Two threads lock one mutex in known orders, which semaphores and joins give.
 * SPDX-License-Identifier: MIT
 */
#include <pthread.h>
#include <semaphore.h>
#include <stddef.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static sem_t theirs, ours;

/* Each is a place of its own: the compiler must not make one of them. */
#define STEP(name)                                                             \
    __attribute__((noinline)) static void name(void)                           \
    {                                                                          \
        pthread_mutex_lock(&lock);                                             \
        pthread_mutex_unlock(&lock);                                           \
        __asm__ volatile("" : : "i"(__LINE__) : "memory");                     \
    }
STEP(before_create)
STEP(child_first)
STEP(main_second)
STEP(left)
STEP(right)
STEP(behind_join)

static void *
child(void *nothing)
{
    child_first();
    left();
    sem_post(&theirs);
    sem_wait(&ours);
    left();
    return nothing;
}

int
main(void)
{
    pthread_t thread;

    sem_init(&theirs, 0, 0);
    sem_init(&ours, 0, 0);
    before_create();
    pthread_create(&thread, NULL, child, NULL);
    sem_wait(&theirs);
    main_second();
    right();
    sem_post(&ours);
    pthread_join(thread, NULL);
    behind_join();
    return 0;
}
