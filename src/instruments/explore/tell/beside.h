/* A run that fails beside the nearest one that passes.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_EXPLORE_TELL_BESIDE_H
#define DOORBELL_EXPLORE_TELL_BESIDE_H

#include "explore/tell/record.h"

/* Tells where the session's schedule, whose record is given, parts from a run that
 * passes, and which of its switches matter, in lines of that width, or of any.  The engine then is at another end.
 */
void beside_write(const struct session *s, const struct record *failing,
                  size_t width);

#endif
