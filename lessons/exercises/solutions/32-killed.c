/* Done comes after the work, and a job has no more than its attempts.
 * SPDX-License-Identifier: MIT
 */
#include "engine.h"

void
serve(void)
{
    struct job job;

    while (engine_get(&job)) {
        if (job.attempts > MAX_ATTEMPTS) {
            engine_bury(job.id);
            continue;
        }
        if (do_work(job.id) == 0)
            engine_done(job.id);
        else
            engine_fail(job.id);
    }
}
