/* Writes a log of events: as JSON, and as a picture in swim lanes.
 * SPDX-License-Identifier: MIT
 *
 * The one renderer, for the timeline of the bench, the story of the explorer
 * and the stepper of the book.  Both functions return when all is written and
 * report no error: the caller looks at ferror(out).  Meant for logs of up to
 * some ten thousand events; a recorder of more writes a part of them.
 */
#ifndef DOORBELL_STORY_STORY_H
#define DOORBELL_STORY_STORY_H

#include <stdio.h>

#include "story/event.h"

/* One object: title, unit ("ns" or "steps"), the names, and an event a line:
 *
 *     {"time": 9, "thread": 1, "what": "gets", "object": 0, "value": 17}
 *
 * "object" and "text" are there where the event has one, "value" with the
 * events whose value means something.
 */
void story_write_json(const struct event_log *log, FILE *out);

/* A stand-alone SVG, STORY_WIDTH wide: a lane a thread with its states in
 * colours and the locks it holds as bars, arrows from an item's put to its
 * get and from the waking to the woken thread, a row for each counter, the faults
 * in words, and a legend.  Titles on the boxes tell names and times.
 */
enum { STORY_WIDTH = 960 };
void story_write_svg(const struct event_log *log, FILE *out);

/* A run that fails above one that passes, each as story_write_svg draws it; where
 * they part, at so many steps in common, a line is across each, and below them are
 * the notes, a line each.
 */
struct story_pair {
    const struct event_log *failing, *passing;
    int64_t n_same;
    const char *const *notes;
    size_t n_notes;
};
void story_write_pair_svg(const struct story_pair *pair, FILE *out);

#endif
