/* A run that fails beside the nearest one that passes.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_EXPLORE_TELL_COLUMNS_BESIDE_H
#define DOORBELL_EXPLORE_TELL_COLUMNS_BESIDE_H

#include "explore/search/nearest.h"
#include "explore/tell/record.h"

enum { NOTES_MAX = 64, NOTE_BYTES = 120 };

struct beside {
    const struct record *failing;
    struct record *passing; /* NULL: no run beside it passes */
    struct nearest nearest;
    char notes[NOTES_MAX][NOTE_BYTES]; /* of each switch, whether it matters */
    size_t n_notes;
};

/* Finds where the session's schedule, whose record is given, parts from a run that
 * passes, and which of its switches matter.  The engine then is at another end.
 */
void beside_find(struct beside *b, const struct session *s,
                 const struct record *failing);

/* Tells it in lines of that width, or of any. */
void beside_write(const struct beside *b, size_t width);

void beside_end(struct beside *b);

#endif
