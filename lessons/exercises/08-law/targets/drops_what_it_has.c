/* Looks at the flag with an item in hand, and leaves.
 * SPDX-License-Identifier: MIT
 */
#include "parts.h"

static void *
run(void *argument)
{
    struct worker *w = argument;

    for (;;) {
        w->polls++;
        bool found = try_get(w);
        if (atomic_load(&w->stopping))
            break;
        if (!found) {
            w->empty_looks++;
            nap();
            continue;
        }
        atomic_fetch_add(&w->work_done, 1);
    }
    w->exits++;
    return NULL;
}
