/* Cases: one deadline passes, and the neighbour waits on.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>

#include "bench/contenders/cases/caller.h"
#include "bench/contenders/cases/case.h"
#include "clock.h"
#include "must.h"

CASE(beside, a_get_that_times_out_ends_no_other, TIMED | CROWD)
{
    struct caller patient = {.call = CALLS_GET};
    struct timespec deadline = soon();

    caller_start(&patient, q);
    get_gives(q, ETIMEDOUT, &deadline);
    still_waits(&patient);
    put(q, 1);
    returns(&patient, 0);
}

CASE(beside, a_put_that_times_out_ends_no_other, BOUNDED | TIMED | CROWD)
{
    struct caller patient = {.call = CALLS_PUT, .item = 50};
    struct timespec deadline = soon();

    fill(q, q->capacity);
    caller_start(&patient, q);
    put_gives(q, ETIMEDOUT, 99, &deadline);
    still_waits(&patient);
    get(q, 1);
    returns(&patient, 0);
}

CASE(beside, a_get_that_times_out_takes_no_wake_up_along, TIMED | CROWD)
{
    struct timespec deadline = soon();
    struct caller hasty = {.call = CALLS_GET, .deadline = &deadline};
    struct caller patient = {.call = CALLS_GET};

    caller_start(&hasty, q);
    caller_start(&patient, q);
    clock_sleep_until(clock_ns(deadline));
    put(q, 1); /* about when the deadline passes */
    must(pthread_join(hasty.thread, NULL));
    if (!hasty.error)
        put(q, 2);
    returns(&patient, 0);
}

CASE(beside, a_put_that_times_out_takes_no_wake_up_along,
     BOUNDED | TIMED | CROWD)
{
    struct timespec deadline = soon();
    struct caller hasty = {.call = CALLS_PUT, .deadline = &deadline};
    struct caller patient = {.call = CALLS_PUT};

    fill(q, q->capacity);
    caller_start(&hasty, q);
    caller_start(&patient, q);
    clock_sleep_until(clock_ns(deadline));
    get(q, 1);
    must(pthread_join(hasty.thread, NULL));
    if (!hasty.error)
        get_gives(q, 0, NULL);
    returns(&patient, 0);
}

CASE(beside, a_late_deadline_outlasts_an_early_one, TIMED | CROWD)
{
    struct timespec early = soon(), late = much_later();
    struct caller first = {.call = CALLS_GET, .deadline = &early};
    struct caller second = {.call = CALLS_GET, .deadline = &late};

    caller_start(&second, q);
    caller_start(&first, q);
    returns(&first, ETIMEDOUT);
    still_waits(&second);
    put(q, 1);
    returns(&second, 0);
}

CASE(beside, a_deadline_in_a_thousand_years_is_far_off, TIMED)
{
    struct timespec deadline = {.tv_sec = (time_t)1000 * 365 * 86400};
    struct caller getter = {.call = CALLS_GET, .deadline = &deadline};

    caller_start(&getter, q);
    clock_nap(3 * NS_PER_MS); /* one that is early has time to be */
    still_waits(&getter);
    put(q, 1);
    returns(&getter, 0);
}

CASE(beside, a_deadline_in_a_thousand_years_is_far_off_for_a_put,
     BOUNDED | TIMED)
{
    struct timespec deadline = {.tv_sec = (time_t)1000 * 365 * 86400};
    struct caller putter = {.call = CALLS_PUT, .deadline = &deadline};

    fill(q, q->capacity);
    caller_start(&putter, q);
    clock_nap(3 * NS_PER_MS); /* one that is early has time to be */
    still_waits(&putter);
    get(q, 1);
    returns(&putter, 0);
}
