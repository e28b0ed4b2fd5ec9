/* Looks a hundred times, and naps in between until moments that it makes anew.
 * SPDX-License-Identifier: MIT
 */
#include <pthread.h>
#include <time.h>

enum { N_LOOKS = 100, NAP_NS = 200000 };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static void
nap(void)
{
    struct timespec until;

    clock_gettime(CLOCK_MONOTONIC, &until);
    until.tv_nsec += NAP_NS;
    until.tv_sec += until.tv_nsec / 1000000000;
    until.tv_nsec %= 1000000000;
    clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, NULL);
}

/* One place in the code, however the loop is compiled. */
__attribute__((noinline)) static void
look(void)
{
    pthread_mutex_lock(&lock);
    pthread_mutex_unlock(&lock);
}

static void *
poll_in_vain(void *nothing)
{
    look();
    for (int i = 1; i < N_LOOKS; i++) {
        nap();
        look();
    }
    return nothing;
}

int
main(void)
{
    pthread_t thread;

    if (pthread_create(&thread, NULL, poll_in_vain, NULL))
        return 1;
    return pthread_join(thread, NULL);
}
