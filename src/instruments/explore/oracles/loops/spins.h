/* Whether a thread spins on plain memory: it reads one place again and again.
 * SPDX-License-Identifier: MIT
 *
 * `while (!stop) ;` over a plain or volatile variable makes no step, and no
 * other thread would ever run.  So a thread that has read the same value, at the
 * same place in the source, so many times rests like one that naps
 * (looks.h).  If another thread then writes the variable, that is a race, and is
 * reported as one.  If none does, there is no verdict: a long calculation looks
 * alike.
 */
#ifndef DOORBELL_EXPLORE_ORACLES_LOOPS_SPINS_H
#define DOORBELL_EXPLORE_ORACLES_LOOPS_SPINS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct task;

enum { SPIN_READS = 20000 };

struct spin {
    const void *address, *site;
    uint64_t value;
    unsigned n_same, n_others; /* reads of it, and of others since */
    const void *rests;         /* the site, while it rests; or NULL */
};

/* The task is about to read; whether it is to rest first. */
bool spins_reads(struct spin *s, const void *address, size_t n,
                 const void *site);

/* It has made a step. */
void spins_over(struct spin *s);

#endif
