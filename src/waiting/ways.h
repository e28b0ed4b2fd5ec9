/* The ways of waiting: the rungs of the ladder, bottom up.
 * SPDX-License-Identifier: MIT
 *
 * Budgets are nanoseconds, never iterations: a pause lasts 10 to 140 cycles,
 * by CPU.
 */
#ifndef DOORBELL_WAITING_WAYS_H
#define DOORBELL_WAITING_WAYS_H

#include "turn.h"

/* Looks again at once. */
extern const struct way way_spin, way_pause, way_yield;
/* Looks again later. */
extern const struct way way_nap, way_backoff;
/* Sleeps until it is woken. */
extern const struct way way_condvar, way_semaphore, way_futex, way_eventfd;
/* First this, then that. */
extern const struct way way_spinpark, way_adaptive, way_gather;

/* No rung of its own: the condition variable, signalled with the lock held. */
extern const struct way way_condvar_locked;

/* For the ways that end in a futex: sleeps while the turn is the noted one,
 * and wakes sleepers.
 */
int futex_wait(struct turn *t, unsigned turn, const struct timespec *deadline);
void futex_wake(struct turn *t, unsigned n);

/* Tells the CPU that this is a spin loop: it saves power, and gives way to
 * the other thread of the core.
 */
static inline void
cpu_pause(void)
{
#if defined(__x86_64__) || defined(__i386__)
    __builtin_ia32_pause();
#elif defined(__aarch64__) || defined(__arm__)
    __asm__ __volatile__("yield");
#endif
}

#endif
