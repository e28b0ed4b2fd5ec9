/* Futex: sleep in the kernel while a word has a value.
 * SPDX-License-Identifier: MIT
 *
 * The turn itself is the word.  The kernel compares it with the noted value
 * and puts the thread to sleep as one step, so that an advance in between is
 * seen.  The thing that mutexes, condition variables and semaphores are made
 * of on Linux (Drepper, "Futexes Are Tricky"; Franke, Russell and Kirkwood,
 * OLS 2002).
 */
#include <errno.h>
#include <linux/futex.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "ways.h"

/* FUTEX_WAIT_BITSET takes an absolute CLOCK_MONOTONIC deadline. */
int
futex_wait(struct turn *t, unsigned turn, const struct timespec *deadline)
{
    while (turn_is_still(t, turn)) {
        turn_count(&t->parks, 1);
        long failed = syscall(SYS_futex, &t->count, FUTEX_WAIT_BITSET_PRIVATE,
                              turn, deadline, NULL, FUTEX_BITSET_MATCH_ANY);
        if (failed && errno == ETIMEDOUT)
            return ETIMEDOUT;
    }
    return 0;
}

static int
wait(struct turn *t, pthread_mutex_t *lock, const struct timespec *deadline)
{
    return turn_wait_outside(t, lock, deadline, futex_wait);
}

void
futex_wake(struct turn *t, unsigned n)
{
    syscall(SYS_futex, &t->count, FUTEX_WAKE_PRIVATE, n, NULL, NULL, 0);
}

const struct way way_futex = {
    .name = "futex",
    .wait = wait,
    .wake = futex_wake,
};
