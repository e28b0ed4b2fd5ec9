/* A scenario: what threads do with a queue, to be explored.
 * SPDX-License-Identifier: MIT
 *
 * One's own is a C file that exports one:
 *
 *     #include "explore/scenario.h"
 *
 *     static void
 *     producer(struct play *p)
 *     {
 *         play_put(p, 1);
 *     }
 *
 *     static void
 *     consumer(struct play *p)
 *     {
 *         uintptr_t item;
 *         play_expect(p, play_get(p, &item) == 0, "gets it");
 *     }
 *
 *     const struct scenario scenario = {
 *         .name = "one item",
 *         .capacity = 1,
 *         .threads = {producer, consumer},
 *     };
 *
 * and is run with `explore --scenario mine.c QUEUE.so`.  Each play_ function
 * makes one call to the queue and keeps what it returned; items must differ.
 * Before the threads a queue is made, and after them, and after `after`, what
 * is left is drained and the queue destroyed; all results are then judged
 * together.  Shared variables of one's own need locks, as everywhere.
 */
#ifndef DOORBELL_EXPLORE_SCENARIO_H
#define DOORBELL_EXPLORE_SCENARIO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SCENARIO_THREADS_MAX = 10 };

struct play;

/* How large a scenario of the explorer's own is played. */
struct shape {
    unsigned producers, consumers;
    unsigned items; /* of each producer */
};

struct scenario {
    const char *name;
    unsigned traits; /* of enum contender_trait, that the queue must have */
    size_t capacity; /* 0: that of the command line */
    unsigned spurious, failing_allocations; /* how many may happen */
    /* NULL at the end; or one function and a count from the shape: */
    void (*threads[SCENARIO_THREADS_MAX])(struct play *p);
    unsigned (*count)(const struct shape *shape, size_t thread);
    void (*after)(struct play *p);
    bool destroys; /* a thread of its own destroys the queue */
    bool crowds;   /* more than the consumers take items: not for SPSC */
};

/* As the contender's functions; they wait, or do not, or until so many
 * nanoseconds of virtual time have passed.
 */
int play_put(struct play *p, uintptr_t item);
int play_try_put(struct play *p, uintptr_t item);
int play_put_within(struct play *p, uintptr_t item, int64_t ns);
int play_get(struct play *p, uintptr_t *item);
int play_try_get(struct play *p, uintptr_t *item);
int play_get_within(struct play *p, uintptr_t *item, int64_t ns);
size_t play_size(struct play *p);
void play_close(struct play *p);
void play_close_drop(struct play *p);
int play_task_done(struct play *p);
int play_join(struct play *p);
int play_join_within(struct play *p, int64_t ns);
int play_destroy(struct play *p);

/* Tells that this thread is through.  Whether all of its function are now. */
bool play_through(struct play *p);

/* Fails the schedule with the words, unless it holds. */
void play_expect(struct play *p, bool holds, const char *words);

/* Which of the threads of its function this one is, from 0; and the shape. */
unsigned play_index(const struct play *p);
const struct shape *play_shape(const struct play *p);

#endif
