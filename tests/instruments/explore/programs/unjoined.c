/* Threads that nobody joins go on until the program ends, and main's end is not
 * their first turn.  HOW: 1 main returns, 2 exit, 3 _exit, 4 quick_exit, 5 a
 * function of atexit makes the fault; 6 to 8 have no fault: a thread waits, looks
 * again and again, or naps forever.
 * SPDX-License-Identifier: MIT
 */
#include <assert.h>
#include <pthread.h>
#include <sched.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t rung = PTHREAD_COND_INITIALIZER;
static int n_through, is_over;

static void *
go_through(void *nothing)
{
    pthread_mutex_lock(&lock);
    assert(HOW > 4 || n_through == 0);
    n_through++;
    pthread_mutex_unlock(&lock);
    return nothing;
}

static void *
look(void *nothing)
{
    for (;;) {
        pthread_mutex_lock(&lock);
        if (HOW == 6)
            pthread_cond_wait(&rung, &lock);
        pthread_mutex_unlock(&lock);
        if (HOW == 8)
            usleep(1000);
        else
            sched_yield();
    }
    return nothing;
}

static void
say_it_is_over(void)
{
    pthread_mutex_lock(&lock);
    assert(HOW != 5 || n_through == 0);
    is_over = 1;
    pthread_mutex_unlock(&lock);
}

int
main(void)
{
    pthread_t one, two;

    atexit(say_it_is_over);
    pthread_create(&one, NULL, HOW > 5 ? look : go_through, NULL);
    pthread_create(&two, NULL, go_through, NULL);
    pthread_detach(two);
    switch (HOW) {
    case 2:
        exit(0);
    case 3:
        _exit(0);
    case 4:
        quick_exit(0);
    default:
        return 0;
    }
}
