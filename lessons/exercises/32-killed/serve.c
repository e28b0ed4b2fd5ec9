/* Exercise 32: killed with a job in hand.
 * SPDX-License-Identifier: MIT
 */
#include "engine.h"

void
serve(void)
{
    struct job job;

    while (engine_get(&job)) {
        engine_done(job.id); /* so that no other worker does it too */
        do_work(job.id);
    }
}
