/* Cases: a call waits until its deadline, and no shorter.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>

#include "bench/contenders/cases/caller.h"
#include "bench/contenders/cases/case.h"
#include "clock.h"

CASE(deadlines, a_get_times_out, TIMED)
{
    struct timespec deadline = soon();

    get_gives(q, ETIMEDOUT, &deadline);
}

CASE(deadlines, a_get_is_not_back_before_its_deadline, TIMED)
{
    for (int i = 0; i < 5; i++) {
        struct timespec deadline = soon();
        get_gives(q, ETIMEDOUT, &deadline);
        expect(clock_now_ns() >= clock_ns(deadline), "it is early");
    }
}

CASE(deadlines, a_put_times_out, BOUNDED | TIMED)
{
    struct timespec deadline = soon();

    fill(q, q->capacity);
    put_gives(q, ETIMEDOUT, 99, &deadline);
}

CASE(deadlines, a_put_is_not_back_before_its_deadline, BOUNDED | TIMED)
{
    fill(q, q->capacity);
    for (int i = 0; i < 5; i++) {
        struct timespec deadline = soon();
        put_gives(q, ETIMEDOUT, 99, &deadline);
        expect(clock_now_ns() >= clock_ns(deadline), "it is early");
    }
}

CASE(deadlines, one_long_past_ends_a_get_at_once, TIMED)
{
    get_gives(q, ETIMEDOUT, &past);
    get_gives(q, ETIMEDOUT, &past);
}

CASE(deadlines, one_long_past_ends_a_put_at_once, BOUNDED | TIMED)
{
    fill(q, q->capacity);
    put_gives(q, ETIMEDOUT, 99, &past);
    put_gives(q, ETIMEDOUT, 99, &past);
}

/* The kernel refuses such a moment: that must not look like a wake-up. */
CASE(deadlines, one_before_the_clock_began_is_past, BOUNDED | TIMED)
{
    static const struct timespec early[] = {{-1, 0}, {INT64_MIN, 0}};

    for (int i = 0; i < 2; i++)
        get_gives(q, ETIMEDOUT, &early[i]);
    fill(q, q->capacity);
    for (int i = 0; i < 2; i++)
        put_gives(q, ETIMEDOUT, 99, &early[i]);
}

CASE(deadlines, never_is_another_answer_than_too_late, BOUNDED | TIMED)
{
    get_gives(q, EAGAIN, &never);
    get_gives(q, ETIMEDOUT, &past);
    fill(q, q->capacity);
    put_gives(q, EAGAIN, 99, &never);
    put_gives(q, ETIMEDOUT, 99, &past);
}

CASE(deadlines, a_get_that_timed_out_takes_nothing_later, TIMED)
{
    struct timespec deadline = soon();

    get_gives(q, ETIMEDOUT, &deadline);
    put(q, 1);
    size_is(q, 1);
    get(q, 1);
}

CASE(deadlines, a_put_that_timed_out_puts_nothing_later, BOUNDED | TIMED)
{
    struct timespec deadline = soon();

    fill(q, q->capacity);
    put_gives(q, ETIMEDOUT, 99, &deadline);
    drain(q, q->capacity);
    get_gives(q, EAGAIN, &never);
}

CASE(deadlines, each_of_several_gets_times_out, TIMED | CROWD)
{
    struct timespec deadline = soon();
    struct caller getters[3] = {{.call = CALLS_GET, .deadline = &deadline}};

    callers_start(getters, 3, q);
    all_return(getters, 3, ETIMEDOUT);
    size_is(q, 0);
}

CASE(deadlines, each_of_several_puts_times_out, BOUNDED | TIMED | CROWD)
{
    struct timespec deadline = soon();
    struct caller putters[3] = {{.call = CALLS_PUT, .deadline = &deadline}};

    fill(q, q->capacity);
    callers_start(putters, 3, q);
    all_return(putters, 3, ETIMEDOUT);
    size_is(q, q->capacity);
}
