/* How long to look before a sleep, and how: learned from the last waits.
 * SPDX-License-Identifier: MIT
 *
 * A sleep and its wake-up cost some microseconds.  A wait that is shorter than
 * that is better spent looking; a longer one is better slept, and a thread cannot
 * know which it will be.  To look for as long as a sleep costs, and then sleep,
 * is at most twice as bad as knowing (Karlin, Li, Manasse and Owicki, SOSP 1991).
 * This does better where the next wait is like the last ones: it keeps a mean of
 * how long they were, looks for twice the mean while that is short, and sleeps at
 * once when it is long.
 *
 * What is learned is the length of the wait, not of the sleep: the thread that
 * wakes another notes when it did.  From there to the waking is what looking would
 * have saved, so it must not count against looking.
 *
 * Where to look from: a thread that looks keeps its core.  If the thread that it
 * waits for ran on another core lately, it spins.  If that was its own core, the
 * other cannot go on meanwhile, so each look gives the core away (sched_yield), a
 * few times.  That costs no more than the switch which a sleep needs as well, so
 * it is worth trying for longer waits.  But a third thread that computes there
 * takes the core for its whole time slice, and a thread that slept gets it back
 * sooner than one that gave it away.  After such a loss the next waits sleep at
 * once: 64 of them, and four times as many each time.
 *
 * When to go on: a thread that spins sees the first item at once, takes it, and
 * waits for the next.  Then each item moves a cache line from core to core and
 * back, which takes longer than the work on an item does.  So once it has found
 * something it lets more gather, if that has paid lately: 0.8 us, and twice as
 * long again, up to 5.6 us in all, while an item comes each 0.2 us at least.  That
 * is no more than a sleep and its wake-up cost.  A thread that lags behind on
 * purpose is "temporal slipping" in FastForward (Giacomoni, Moseley and
 * Vachharajani, PPoPP 2008).
 */
#ifndef DOORBELL_RING_LOOK_H
#define DOORBELL_RING_LOOK_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <time.h>

#include "clock.h"

struct condition;

/* A mean above this sleeps at once. */
#ifndef LOOK_NS
#define LOOK_NS        (20 * NS_PER_US)
#define LOOK_SHARED_NS (250 * NS_PER_US)
#endif

/* What may pay, and after a loss is left out some times. */
struct trial {
    atomic_uint n_skipped; /* how many times; 0: there was no loss */
    atomic_uint n_to_skip; /* how many of them are still to come */
    atomic_llong lost_ns;  /* when the last loss was noted */
};

struct look {
    atomic_llong
        mean_ns;         /* of the last waits; a lost update is a lost lesson */
    atomic_llong end_ns; /* when the condition last became true for a sleeper */
    struct trial yielding, gathering;
    atomic_ullong looks; /* that found nothing */
};

/* Returns whether the condition may hold now; false: it is time to sleep. */
bool look_for_a_while(struct look *look, const struct condition *condition,
                      int peer_cpu, int64_t start_ns,
                      const struct timespec *deadline);

/* Called by the thread that wakes another: a sleeper's wait ends now. */
void look_note_end(struct look *look);

/* The sleeper's, after it: its wait began at start_ns. */
void look_learn_from_sleep(struct look *look, int64_t start_ns);

#endif
