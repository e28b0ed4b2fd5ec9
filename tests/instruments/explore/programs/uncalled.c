/* A call that is not taken over, which is made if HOW is not 0: by its name (1),
 * by a pointer (2), by a thread in one schedule of many (3).
 * SPDX-License-Identifier: MIT
 */
#include <pthread.h>
#include <signal.h>

static int (*const wake)(pthread_t thread, int signal_number) = pthread_kill;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int is_late;

int interrupt(pthread_t thread);

int
interrupt(pthread_t thread)
{
    return pthread_kill(thread, SIGUSR1);
}

static void *
look(void *nothing)
{
    pthread_mutex_lock(&lock);
    int late = is_late;
    pthread_mutex_unlock(&lock);
    if (HOW == 3 && !late)
        interrupt(pthread_self());
    return nothing;
}

int
main(void)
{
    pthread_t thread;

    pthread_create(&thread, NULL, look, NULL);
    pthread_mutex_lock(&lock);
    is_late = 1;
    pthread_mutex_unlock(&lock);
    if (HOW == 1)
        interrupt(thread);
    if (HOW == 2)
        wake(thread, SIGUSR1);
    pthread_join(thread, NULL);
    return 0;
}
