/* Leaves when there has been nothing for a while.
 * SPDX-License-Identifier: MIT
 */
#include "parts.h"

static void *
run(void *argument)
{
    struct worker *w = argument;

    for (int idle = 0;;) {
        w->polls++;
        if (idle == 2 || atomic_load(&w->stopping))
            break;
        if (!try_get(w)) {
            w->empty_looks++;
            idle++;
            nap();
            continue;
        }
        idle = 0;
        atomic_fetch_add(&w->work_done, 1);
    }
    w->exits++;
    return NULL;
}
