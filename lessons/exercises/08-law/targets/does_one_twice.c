/* Takes an item, and is told so: then it works on it again.
 * SPDX-License-Identifier: MIT
 */
#include "parts.h"

static void *
run(void *argument)
{
    struct worker *w = argument;

    for (;;) {
        w->polls++;
        if (atomic_load(&w->stopping))
            break;
        if (!try_get(w)) {
            w->empty_looks++;
            nap();
            continue;
        }
        if (atomic_load(&w->stopping)) {
            w->polls++;
            atomic_fetch_add(&w->work_done, 1);
        }
        atomic_fetch_add(&w->work_done, 1);
    }
    w->exits++;
    return NULL;
}
