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

#include "waiting/ways.h"

/* Sleeps once: a wake-up that was meant for an earlier waiter must not be kept
 * in here.  FUTEX_WAIT_BITSET takes an absolute CLOCK_MONOTONIC deadline;
 * one before the clock began is EINVAL.
 */
static int
sleep_while(struct turn *t, unsigned turn, const struct timespec *deadline)
{
    if (!turn_is_still(t, turn))
        return 0;
    turn_count(&t->parks, 1);
    long rc = syscall(SYS_futex, &t->count, FUTEX_WAIT_BITSET_PRIVATE, turn,
                      deadline, NULL, FUTEX_BITSET_MATCH_ANY);
    return rc && (errno == ETIMEDOUT || errno == EINVAL) ? ETIMEDOUT : 0;
}

/* A waiter that says that it sleeps, and then compares the turn, meets a waker
 * that advances the turn, and then looks whether one sleeps: whichever comes
 * second sees the other.
 */
int
futex_wait(struct turn *t, unsigned turn, const struct timespec *deadline)
{
    atomic_fetch_add(&t->n_asleep, 1);
    int error = sleep_while(t, turn, deadline);
    atomic_fetch_sub(&t->n_asleep, 1);
    return error;
}

static int
wait(struct turn *t, pthread_mutex_t *lock, const struct timespec *deadline)
{
    return turn_wait_outside(t, lock, deadline, futex_wait);
}

/* A waiter that only looks finds out by itself. */
void
futex_wake(struct turn *t, unsigned n)
{
    if (atomic_load(&t->n_asleep))
        syscall(SYS_futex, &t->count, FUTEX_WAKE_PRIVATE, n, NULL, NULL, 0);
}

const struct way way_futex = {
    .name = "futex",
    .wait = wait,
    .wake = futex_wake,
};
