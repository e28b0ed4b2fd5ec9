/* All that happened in one schedule, for its story.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_EXPLORE_TELL_RECORD_H
#define DOORBELL_EXPLORE_TELL_RECORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "explore/engine/engine.h"
#include "explore/memory/frames.h"
#include "explore/command/session.h"
#include "explore/tell/watch.h"

enum { LINES_MAX = 2000, NAMES_MAX = 64 };

/* A step, a call that was none, or words. */
struct line {
    unsigned task;
    bool is_words;
    char words[64];
    size_t watch; /* 1 + the number of the variable that the words tell of */
    int64_t value;
    struct done done;
    size_t step; /* how many had been made, with this one */
    int64_t now_ns;
    struct frames frames;
};

struct record {
    struct line lines[LINES_MAX];
    size_t n;
    char tasks[TASKS_MAX][16];
    size_t n_tasks;
    /* The objects that were met: */
    struct named {
        enum object_kind kind;
        const void *address;
        struct frames frames;
        char name[32];
    } objects[NAMES_MAX];
    size_t n_objects;
    int64_t watched[WATCHES_MAX]; /* what the variables were at first */
};

/* Runs the schedule again and writes down what happens. */
void record_schedule(struct record *r, const struct session *s,
                     const struct choice *steps, size_t n);

/* The same, of one schedule as the search chooses it. */
void record_search(struct record *r, const struct session *s,
                   struct search *search);

/* "not_empty": as the source calls it, or "mutex 2". */
const char *record_object(const struct record *r, int object);

#endif
