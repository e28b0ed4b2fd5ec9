/* What has no end that can be seen.  HOW: 1 spins on a volatile that is set before,
 * 2 after it has begun to, 3 never; 4 makes more steps than a schedule has, and
 * ends.
 * SPDX-License-Identifier: MIT
 */
#include <pthread.h>
#include <stddef.h>

enum { MANY = 25000 };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static volatile int stop;
static int n_steps;

static void
make_a_step(void)
{
    pthread_mutex_lock(&lock);
    n_steps++;
    pthread_mutex_unlock(&lock);
}

static void *
work(void *nothing)
{
    if (HOW != 2)
        make_a_step();
    while (HOW <= 3 && !stop)
        continue;
    for (int i = 0; HOW == 4 && i < MANY; i++)
        make_a_step();
    return nothing;
}

int
main(void)
{
    pthread_t worker;

    if (HOW == 1)
        stop = 1;
    pthread_create(&worker, NULL, work, NULL);
    make_a_step();
    if (HOW == 2)
        stop = 1;
    pthread_join(worker, NULL);
    return 0;
}
