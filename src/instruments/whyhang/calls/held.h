/* What a thread holds, for locks that do not record their holder.
 * SPDX-License-Identifier: MIT
 *
 * A reader's lock counts its readers and knows none of them by name: each
 * thread notes what it has got in its own record.  HELD_MAX at a time; what
 * it takes beyond them it is not told to hold.
 */
#ifndef DOORBELL_WHYHANG_CALLS_HELD_H
#define DOORBELL_WHYHANG_CALLS_HELD_H

#include <stdbool.h>

#include "whyhang/watch/watched.h"

/* The calling thread has got the object, or is about to give it back; once
 * for each time.
 */
void held_add(const void *object);
void held_drop(const void *object);

/* Whether a thread holds the object; from any thread. */
bool held_by(const struct watched *w, const void *object);

#endif
