/* What could be done next: which thread runs, and which variant of its step.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_EXPLORE_ENGINE_CHOICES_H
#define DOORBELL_EXPLORE_ENGINE_CHOICES_H

#include <stddef.h>
#include <stdint.h>

#include "explore/engine/op.h"
#include "explore/search/search.h"

struct choices {
    struct choice choices[CHOICES_MAX];
    size_t n;
    uint64_t timeouts; /* a bit for each that lets time pass */
};

/* Lists them, and tells the point what the search wants to know of them.  The
 * thread that made the last step is first, so that to go on is the first choice.
 */
void choices_list(struct choices *list, struct point *point);

#endif
