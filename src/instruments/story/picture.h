/* Where things are in the picture; for the files of the renderer.
 * SPDX-License-Identifier: MIT
 *
 * From the top: the title, a lane a thread, a row a counter, the axis, the
 * faults in words, the legend.
 */
#ifndef DOORBELL_STORY_PICTURE_H
#define DOORBELL_STORY_PICTURE_H

#include <stdio.h>

#include "story/event.h"

enum {
    PICTURE_LEFT = 130, /* of the names */
    PICTURE_RIGHT = 20,
    PICTURE_TOP = 44,
    PICTURE_LANE = 40, /* from one lane to the next */
    PICTURE_BOX = 22,  /* the height of a state's box */
    PICTURE_LINE = 18  /* of text */
};

struct picture {
    const struct event_log *log;
    FILE *out;
    int64_t first, last; /* times */
    size_t n_counters;   /* objects with EVENT_COUNTS, in a row each */
    size_t n_faults;
};

/* Measures the log. */
struct picture picture_of(const struct event_log *log, FILE *out);

/* Where a time is, and the middle of a thread's lane. */
double picture_x(const struct picture *p, int64_t time);
double picture_y(size_t thread);
double picture_axis_y(const struct picture *p);
double picture_height(const struct picture *p);

/* Writes text as XML wants it. */
void picture_text(const struct picture *p, const char *text);

/* Writes "3.20 ms" or "step 7". */
void picture_time(const struct picture *p, int64_t time);

const char *picture_object(const struct picture *p, const struct event *e);

/* The parts. */
void picture_lane(const struct picture *p, size_t thread);
void picture_arrows(const struct picture *p);
void picture_counters(const struct picture *p);

#endif
