/* Cases: what a get takes, and what it leaves alone.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>

#include "bench/contenders/cases/case.h"

CASE(gets, one_takes_one_from_the_size, ANY)
{
    size_t n = room(q, SOME);

    fill(q, n);
    for (size_t i = 1; i <= n; i++) {
        get(q, i);
        size_is(q, n - i);
    }
}

CASE(gets, an_item_is_got_once, ANY)
{
    put(q, 1);
    get(q, 1);
    get_gives(q, EAGAIN, &never);
}

CASE(gets, try_says_again_when_empty, ANY)
{
    get_gives(q, EAGAIN, &never);
}

CASE(gets, try_takes_an_item_that_is_there, ANY)
{
    uintptr_t item = 0;

    put(q, 5);
    int error = q->is->get(q->queue, &item, &never);
    expect(!error && item == 5, "it gives %s, item %zu", error_word(error),
           (size_t)item);
}

CASE(gets, a_thousand_in_vain_change_nothing, ANY)
{
    for (int i = 0; i < 1000; i++)
        get_gives(q, EAGAIN, &never);
    size_is(q, 0);
    fill(q, room(q, SOME));
    drain(q, room(q, SOME));
}

CASE(gets, one_in_vain_leaves_no_claim_on_the_next_item, ANY)
{
    get_gives(q, EAGAIN, &never);
    put(q, 1);
    size_is(q, 1);
    get(q, 1);
}

CASE(gets, a_deadline_long_past_hinders_none_that_finds_an_item, TIMED)
{
    put(q, 1);
    get_gives(q, 0, &past);
    size_is(q, 0);
}

CASE(gets, a_deadline_far_off_delays_none_that_finds_an_item, TIMED)
{
    struct timespec deadline = much_later();

    put(q, 1);
    get_gives(q, 0, &deadline);
    size_is(q, 0);
}

CASE(gets, the_last_item_leaves_the_queue_empty, ANY)
{
    size_t n = room(q, SOME);

    fill(q, n);
    drain(q, n);
    size_is(q, 0);
    get_gives(q, EAGAIN, &never);
}

CASE(gets, one_from_a_full_queue_makes_room_for_one, BOUNDED)
{
    fill(q, q->capacity);
    get(q, 1);
    put_gives(q, 0, 9, &never);
    put_gives(q, EAGAIN, 10, &never);
}

CASE(gets, one_after_a_long_idle_time_of_looks_finds_the_oldest, ANY)
{
    size_t n = room(q, SOME);

    fill(q, n);
    for (int i = 0; i < 1000; i++)
        size_is(q, n);
    get(q, 1);
}
