/* A rig: one contender, some threads, one question.
 * SPDX-License-Identifier: MIT
 *
 * Where the programs of the pair run a whole pipeline, the rig runs a queue
 * of any kind, loaded from its shared object, and nothing else.
 */
#ifndef RIG_H
#define RIG_H

#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>

#include "contender.h"

/* Where the threads run: on one core together, on one core each side, or
 * wherever the scheduler puts them.
 */
enum place { PLACE_FREE, PLACE_ONE, PLACE_TWO };

struct rig {
    /* What it was asked. */
    const struct contender *contender;
    size_t capacity;
    uint64_t n_items;
    uint64_t n_producers, n_consumers; /* throughput */
    int64_t every_ns;                  /* latency: mean time between items */
    uint64_t seed;
    enum place place;
    int gate_fd;

    /* What came of it. */
    size_t n_got;
    size_t n_wrong; /* items that came twice, or out of order */
    int64_t wall_ns;
    int64_t *delays_ns; /* n_delays samples, unsorted; NULL: none taken */
    size_t n_delays;
    struct contender_counts counts;
};

/* The modes.  Each makes its queues and threads, passes the gates "ready" and
 * "done", and dies when something fails that should not.
 *
 * latency     one producer on a jittered schedule that does not care whether
 *             the consumer keeps up (open loop); a delay is from when an item
 *             was due until the consumer had it
 * pingpong    an item goes there through one queue and back through another;
 *             a delay is a round trip
 * throughput  n producers, m consumers, as fast as they can
 */
void rig_latency(struct rig *rig);
void rig_pingpong(struct rig *rig);
void rig_throughput(struct rig *rig);

/* Puts the calling thread on the side's core: 0 the producers', 1 the
 * consumers'.  Dies when there are not enough cores.
 */
void rig_place(const struct rig *rig, int side);

/* Makes one queue of the contender, or dies. */
void *rig_queue(const struct rig *rig);

/* Calls that must not fail here: dies with the name of the call. */
void rig_must(const struct rig *rig, const char *call, int error);

/* n samples of memory, touched, so that none is allocated while timed. */
int64_t *rig_samples(size_t n);

#endif
