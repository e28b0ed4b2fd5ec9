/* Pause: look again after telling the CPU that this is a spin loop.
 * SPDX-License-Identifier: MIT
 *
 * As spin, but the core draws less power, and its other hardware thread runs
 * faster.  On one core with the thread it waits for it is the worst of all: it
 * burns its whole time slice in pauses.  Used by: Linux's cpu_relax in spin
 * locks, Java's Thread.onSpinWait, glibc's adaptive mutex.
 */
#include <errno.h>

#include "waiting/ways.h"

static int
wait_while(struct turn *t, unsigned turn, const struct timespec *deadline)
{
    unsigned long long looks = 0;

    for (; turn_is_still(t, turn) && !deadline_passed(deadline); looks++)
        cpu_pause();
    turn_count(&t->polls, looks);
    return turn_is_still(t, turn) ? ETIMEDOUT : 0;
}

static int
wait(struct turn *t, pthread_mutex_t *lock, const struct timespec *deadline)
{
    return turn_wait_outside(t, lock, deadline, wait_while);
}

const struct way way_pause = {
    .name = "pause",
    .polls = 1,
    .wait = wait,
};
