/* One scenario played with one contender.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_EXPLORE_SCENARIOS_GAME_H
#define DOORBELL_EXPLORE_SCENARIOS_GAME_H

#include "contender.h"
#include "explore/oracles/history.h"
#include "explore/scenario.h"

struct play {
    struct game *game;
    unsigned thread; /* which function of the scenario */
    unsigned index;  /* which of its threads */
    bool through;
    void (*body)(struct play *p);
};

struct game {
    const struct contender *contender;
    const struct scenario *scenario;
    struct shape shape;
    size_t capacity;
    bool refused; /* create does not offer this capacity */

    /* Of the schedule that runs: */
    void *queue;
    bool destroyed;
    struct history history;
    size_t n_getting; /* gets that have begun and not returned */
    struct play plays[SCENARIO_THREADS_MAX + 1];
    size_t n_plays;
};

/* The first thread of a schedule: makes the queue, starts the scenario's
 * threads, waits for them, drains, destroys, judges.  For engine_run.
 */
void *game_play(void *game);

/* A number for what the threads saw in the last schedule. */
uint64_t game_outcome(void *game);

#endif
