/* Looks at the flag before it counts.
 * SPDX-License-Identifier: MIT
 */
#include "parts.h"

static void *
run(void *argument)
{
    struct worker *w = argument;

    while (!atomic_load(&w->stopping)) {
        w->polls++;
        if (!try_get(w)) {
            w->empty_looks++;
            nap();
            continue;
        }
        atomic_fetch_add(&w->work_done, 1);
    }
    w->exits++;
    return NULL;
}
