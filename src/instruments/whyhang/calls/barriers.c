/* Barriers: a wait for as many threads as were agreed upon.
 * SPDX-License-Identifier: MIT
 */
#include "hooks/hooks.h"
#include "whyhang/calls/calls.h"
#include "whyhang/shake/shake.h"
#include "whyhang/watch/watched.h"

int
call_meet(pthread_barrier_t *barrier)
{
    const void *site = hooks_site;

    shake();
    wait_begin(WHY_BARRIER, barrier, site);
    int result = hooks_real()->pthread_barrier_wait(barrier);
    wait_end();
    return result;
}
