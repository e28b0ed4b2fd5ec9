/* Looks at the flag only after work.
 * SPDX-License-Identifier: MIT
 */
#include "parts.h"

static void *
run(void *argument)
{
    struct worker *w = argument;

    do {
        w->polls++;
        while (!try_get(w)) {
            w->polls++;
            w->empty_looks++;
            nap();
        }
        atomic_fetch_add(&w->work_done, 1);
    } while (!atomic_load(&w->stopping));
    w->polls++;
    w->exits++;
    return NULL;
}
