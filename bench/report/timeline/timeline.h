/* A timeline: what was recorded of one or more programs, as one log.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_BENCH_REPORT_TIMELINE_TIMELINE_H
#define DOORBELL_BENCH_REPORT_TIMELINE_TIMELINE_H

#include "story/event.h"

enum { TIMELINE_NAMES = 64, TIMELINE_NAME = 48, TIMELINE_PROGRAMS = 4 };

struct timeline {
    struct event *events; /* oldest first, from 0 ns on */
    size_t n_events, room;
    char threads[TIMELINE_NAMES][TIMELINE_NAME];
    char objects[TIMELINE_NAMES][TIMELINE_NAME];
    int program_of[TIMELINE_NAMES]; /* of each thread */
    size_t n_threads, n_objects;
    const char *programs[TIMELINE_PROGRAMS];
    size_t n_programs;
    const char *thread_names[TIMELINE_NAMES], *object_names[TIMELINE_NAMES];
};

/* Adds what bench/report/timeline/recorder/record.c wrote to the file; the program's first event
 * becomes 0 ns, and its name goes before those of its threads and objects.
 * Dies with file:line: why when the file is not as it should be.
 */
void timeline_add(struct timeline *t, const char *program, const char *path);

/* All of it, or a part from begin to end: with the states, locks and counts
 * that held when the part begins.  The log points into the timeline, its
 * events are the caller's to free.
 */
struct event_log timeline_log(struct timeline *t, const char *title);
struct event_log timeline_part(struct timeline *t, const char *title,
                               int64_t begin, int64_t end);

void timeline_free(struct timeline *t);

#endif
