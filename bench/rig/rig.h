/* A rig: one contender, some threads, one question.
 * SPDX-License-Identifier: MIT
 *
 * Where the programs of the pair run a whole pipeline, the rig runs a queue
 * of any kind, loaded from its shared object, and nothing else.
 */
#ifndef DOORBELL_BENCH_RIG_RIG_H
#define DOORBELL_BENCH_RIG_RIG_H

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
    uint64_t capacity;
    uint64_t n_items;
    int64_t limit_ns; /* throughput, pingpong: when it has passed, n_items
                       * becomes what there was time for */
    uint64_t n_producers, n_consumers;
    int64_t every_ns; /* mean time between two items */
    int64_t late_ns;  /* how long after it was due an item is put */
    uint64_t seed;
    enum place place;
    int gate_fd;

    /* What came of it. */
    size_t n_got;
    size_t n_wrong; /* items that came twice, or out of order */
    int64_t wall_ns;
    int64_t *delays_ns; /* n_delays samples, unsorted; NULL: none taken */
    size_t n_delays;
    /* The two parts of each delay, n_delays of both; NULL: not told apart.
     * From when an item was due until its put began is the schedule's own
     * lateness; from there until it was got is the queue's.
     */
    int64_t *late_ns_of, *notice_ns_of;
    int64_t shutdown_ns;   /* 0: not measured */
    double stolen_percent; /* NAN: not measured */
    struct contender_counts counts;
};

struct rig_mode {
    const char *name;
    void (*run)(struct rig *rig);
};

/* The modes.  Each makes its queues and threads, passes the gates "ready" and
 * "done", and dies when something fails that should not.
 *
 * latency     one producer on a jittered schedule that does not care whether
 *             the consumer keeps up (open loop); a delay is from when an item
 *             was due until the consumer had it, and its two parts are told
 * pingpong    an item goes there through one queue and back through another;
 *             a delay is a round trip
 * throughput  n producers, m consumers, as fast as they can
 * pipeline    as latency, through three stages that do nothing else
 * idle        n consumers wait for what never comes; the gates lie around it
 * shutdown    n consumers wait; items are put, then the end is said: how long
 *             from the last put until all of them are joined?
 * neighbour   n consumers share a core with a thread that computes: how much
 *             less does it get done than alone?
 */
void rig_latency(struct rig *rig);
void rig_pingpong(struct rig *rig);
void rig_throughput(struct rig *rig);
void rig_pipeline(struct rig *rig);
void rig_idle(struct rig *rig);
void rig_shutdown(struct rig *rig);
void rig_neighbour(struct rig *rig);

/* The consumers that idle, shutdown and neighbour share: each takes what
 * comes until it gets a 0, or the queue is closed.  With due_ns they note the
 * delay of each item in rig->delays_ns, which has room for all.
 */
struct consumers;
struct consumers *consumers_start(struct rig *rig, void *queue,
                                  const int64_t *due_ns);

/* Says the end, by close where the contender has it, waits for all of them,
 * and adds what they got to rig->n_got; it must be the items 1 to n_items,
 * each once.  Frees them.
 */
void consumers_end(struct consumers *consumers);

/* Puts the items 1 to n_items on the rig's jittered schedule, each late by
 * rig->late_ns; due_ns[i] becomes when item i + 1 was due, and its lateness
 * rig->late_ns_of[i].
 */
void rig_produce(struct rig *rig, void *queue, int64_t *due_ns);

/* Puts the calling thread on the side's core: 0 the producers', 1 the
 * consumers'.  Dies when there are not enough cores.
 */
void rig_place(const struct rig *rig, int side);

/* Makes one queue of the contender, or dies; EXIT_SKIPPED if it does not offer the
 * capacity.
 */
void *rig_queue(const struct rig *rig);

/* Calls that must not fail here: dies with the name of the call. */
void rig_must(const struct rig *rig, const char *call, int error);

/* n samples of memory, touched, so that none is allocated while timed. */
int64_t *rig_samples(size_t n);

#endif
