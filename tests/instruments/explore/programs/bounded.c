/* Loops that look LOOKS times, and then sleep.  HOW: 1 to 3 find nobody to wake
 * them: 1 spins, 2 yields, 3 naps; 4 looks with the lock held, and waits without
 * its condition.  5 to 8 are their remedies.
 * SPDX-License-Identifier: MIT
 */
#include <linux/futex.h>
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { LOOKS = 200, WAY = (HOW - 1) % 4 + 1, IS_RIGHT = HOW > 4 };

static atomic_int flag;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t came = PTHREAD_COND_INITIALIZER;
static int has_come;

static int
looks(void)
{
    if (WAY != 4)
        return atomic_load(&flag);
    pthread_mutex_lock(&lock);
    int found = has_come;
    pthread_mutex_unlock(&lock);
    return found;
}

static void
sleeps(void)
{
    if (WAY != 4) {
        while (!atomic_load(&flag))
            syscall(SYS_futex, &flag, FUTEX_WAIT_PRIVATE, 0, NULL, NULL, 0);
        return;
    }
    pthread_mutex_lock(&lock);
    do
        if (!IS_RIGHT || !has_come)
            pthread_cond_wait(&came, &lock);
    while (!has_come);
    pthread_mutex_unlock(&lock);
}

static void *
work(void *nothing)
{
    for (int i = 0; i < LOOKS; i++) {
        if (looks())
            return nothing;
        if (WAY == 2)
            sched_yield();
        if (WAY == 3)
            usleep(10);
    }
    sleeps();
    return nothing;
}

static void
tell(void)
{
    if (WAY == 4) {
        pthread_mutex_lock(&lock);
        has_come = 1;
        pthread_cond_signal(&came);
        pthread_mutex_unlock(&lock);
        return;
    }
    atomic_store(&flag, 1);
    if (IS_RIGHT)
        syscall(SYS_futex, &flag, FUTEX_WAKE_PRIVATE, 1, NULL, NULL, 0);
}

int
main(void)
{
    pthread_t worker;

    pthread_create(&worker, NULL, work, NULL);
    tell();
    pthread_join(worker, NULL);
    return 0;
}
