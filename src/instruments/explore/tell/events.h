/* A recorded schedule as a log of events.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_EXPLORE_TELL_EVENTS_H
#define DOORBELL_EXPLORE_TELL_EVENTS_H

#include "story/event.h"
#include "explore/tell/record.h"

enum { EVENTS_MAX = 5 * LINES_MAX, PLACE_BYTES = 160 };

struct events {
    struct event events[EVENTS_MAX];
    char texts[LINES_MAX][96], places[LINES_MAX][PLACE_BYTES];
    char stuck[TASKS_MAX][PLACE_BYTES];
    bool works[TASKS_MAX], waits[TASKS_MAX]; /* so far */
    const char *threads[TASKS_MAX], *objects[NAMES_MAX + 1 + WATCHES_MAX];
    const char *place; /* of the events that are added */
    struct event_log log;
};

/* The time of an event is its step; the fault, unless it is NULL, is the
 * last.  The log is in *e, and points to names in *r.
 */
void events_of(const struct record *r, const char *title, const char *fault,
               struct events *e);

#endif
