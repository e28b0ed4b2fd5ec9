/* What a thread holds, for locks that do not record their holder.
 * SPDX-License-Identifier: MIT
 */
#include <stddef.h>

#include "whyhang/calls/held.h"

/* Puts one object where another is in the calling thread's record; NULL is an
 * empty place.  Only its own thread writes there, so that a load and a store
 * are enough.
 */
static void
replace(const void *old, const void *new)
{
    struct watched *w = watched_self();

    for (size_t i = 0; w && i < HELD_MAX; i++)
        if (atomic_load_explicit(&w->held[i], memory_order_relaxed) == old) {
            atomic_store_explicit(&w->held[i], new, memory_order_relaxed);
            return;
        }
}

void
held_add(const void *object)
{
    replace(NULL, object);
}

void
held_drop(const void *object)
{
    replace(object, NULL);
}

bool
held_by(const struct watched *w, const void *object)
{
    for (size_t i = 0; i < HELD_MAX; i++)
        if (atomic_load_explicit(&w->held[i], memory_order_relaxed) == object)
            return true;
    return false;
}
