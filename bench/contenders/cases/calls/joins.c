/* Cases: a join waits for the last task_done.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>

#include "bench/contenders/cases/caller.h"
#include "bench/contenders/cases/case.h"
#include "clock.h"

CASE(joins, one_waits_for_the_last_word, JOIN)
{
    struct caller joiner = {.call = CALLS_JOIN};

    fill(q, room(q, 2));
    caller_start(&joiner, q);
    for (size_t i = 0; i < room(q, 2); i++) {
        still_waits(&joiner);
        done_gives(q, 0);
    }
    returns(&joiner, 0);
}

CASE(joins, all_that_wait_return, JOIN)
{
    struct caller joiners[4] = {{.call = CALLS_JOIN}};

    put(q, 1);
    callers_start(joiners, 4, q);
    still_waits(&joiners[3]);
    done_gives(q, 0);
    all_return(joiners, 4, 0);
}

CASE(joins, a_drop_lets_all_return, JOIN | CLOSE)
{
    struct caller joiners[3] = {{.call = CALLS_JOIN}};

    fill(q, room(q, SOME));
    callers_start(joiners, 3, q);
    drop_all(q, 1, room(q, SOME));
    all_return(joiners, 3, 0);
}

CASE(joins, a_drop_keeps_those_who_wait_for_what_is_in_hand, JOIN | CLOSE)
{
    struct caller joiner = {.call = CALLS_JOIN};

    fill(q, room(q, SOME));
    get(q, 1);
    caller_start(&joiner, q);
    drop_all(q, 2, room(q, SOME) - 1);
    still_waits(&joiner);
    done_gives(q, 0);
    returns(&joiner, 0);
}

CASE(joins, one_times_out, JOIN | TIMED)
{
    struct timespec deadline = soon();

    put(q, 1);
    join_gives(q, ETIMEDOUT, &deadline);
    expect(clock_now_ns() >= clock_ns(deadline), "it is early");
}

CASE(joins, one_with_a_past_deadline_looks_first, JOIN | TIMED)
{
    put(q, 1);
    join_gives(q, ETIMEDOUT, &past);
    done_gives(q, 0);
    join_gives(q, 0, &past);
}

CASE(joins, one_with_a_far_deadline_returns_before_it, JOIN | TIMED)
{
    struct timespec deadline = much_later();
    struct caller joiner = {.call = CALLS_JOIN, .deadline = &deadline};

    put(q, 1);
    caller_start(&joiner, q);
    still_waits(&joiner);
    done_gives(q, 0);
    returns(&joiner, 0);
}

CASE(joins, one_that_times_out_leaves_the_other_waiting, JOIN | TIMED)
{
    struct caller patient = {.call = CALLS_JOIN};
    struct timespec deadline = soon();

    put(q, 1);
    caller_start(&patient, q);
    join_gives(q, ETIMEDOUT, &deadline);
    still_waits(&patient);
    done_gives(q, 0);
    returns(&patient, 0);
}

CASE(joins, the_next_item_is_waited_for_anew, JOIN)
{
    for (uintptr_t i = 1; i <= 10; i++) {
        put(q, i);
        join_gives(q, EAGAIN, &never);
        get(q, i);
        done_gives(q, 0);
        join_gives(q, 0, NULL);
    }
}

CASE(joins, one_keeps_neither_puts_nor_gets_from_going_on, JOIN)
{
    struct caller joiner = {.call = CALLS_JOIN};

    put(q, 1);
    caller_start(&joiner, q);
    get(q, 1);
    put(q, 2);
    done_gives(q, 0);
    still_waits(&joiner);
    get(q, 2);
    done_gives(q, 0);
    returns(&joiner, 0);
}
