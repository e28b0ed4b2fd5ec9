/* The workers that are killed, and what became of each item.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_TESTS_LONG_KILLED_KILLED_H
#define DOORBELL_TESTS_LONG_KILLED_KILLED_H

#include <stdatomic.h>
#include <sys/types.h>

#include "clock.h"
#include "far/far.h"

enum { KILLED_ITEMS_MAX = 1 << 16, KILLED_POISON = 50 };
#define KILLED_WORK_NS (2 * NS_PER_MS)

struct killed {
    struct far_options options;
    atomic_uint *worked_on; /* how often, by item, in memory that all share */
    atomic_uint *n_got;     /* by all workers */
};

/* Opens the queue, or dies. */
struct far *killed_open(const struct killed *k);

/* Starts a worker, a process that works until it is killed, or until the queue is at
 * rest: nothing for ten leases.
 */
pid_t killed_worker(const struct killed *k);

/* Lets one worker after the other work until nothing is left: 0, or 1. */
int killed_drain(const struct killed *k, struct far *q);

/* Prints what became of the items, and whether it is wrong: 0 or 1. */
int killed_judge(const struct killed *k, struct far *q, const char *engine,
                 int n_items, int n_kills);

#endif
