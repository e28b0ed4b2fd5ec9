/* Cases: after a close nothing goes in, and what is inside comes out.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>

#include "bench/contenders/cases/case.h"

CASE(close, a_put_is_refused, CLOSE)
{
    close_it(q);
    put_gives(q, EPIPE, 1, NULL);
    size_is(q, 0);
}

CASE(close, a_try_put_is_refused, CLOSE)
{
    close_it(q);
    put_gives(q, EPIPE, 1, &never);
    size_is(q, 0);
}

CASE(close, a_put_with_a_deadline_is_refused_at_once, CLOSE | TIMED)
{
    struct timespec deadline = much_later();

    close_it(q);
    put_gives(q, EPIPE, 1, &deadline);
    put_gives(q, EPIPE, 1, &past);
}

CASE(close, a_full_queue_says_closed_and_not_full, CLOSE | BOUNDED)
{
    fill(q, q->capacity);
    close_it(q);
    put_gives(q, EPIPE, 99, &never);
    put_gives(q, EPIPE, 99, NULL);
}

CASE(close, an_empty_queue_says_closed_and_not_empty, CLOSE)
{
    close_it(q);
    get_gives(q, EPIPE, &never);
    get_gives(q, EPIPE, NULL);
}

CASE(close, an_empty_queue_says_closed_and_not_too_late, CLOSE | TIMED)
{
    struct timespec deadline = much_later();

    close_it(q);
    get_gives(q, EPIPE, &past);
    get_gives(q, EPIPE, &deadline);
}

CASE(close, what_is_inside_stays_inside, CLOSE)
{
    fill(q, room(q, SOME));
    close_it(q);
    size_is(q, room(q, SOME));
}

CASE(close, gets_drain_and_then_say_closed, CLOSE)
{
    fill(q, room(q, SOME));
    close_it(q);
    drain(q, room(q, SOME));
    get_gives(q, EPIPE, NULL);
    get_gives(q, EPIPE, NULL);
}

CASE(close, try_gets_drain_and_then_say_closed, CLOSE)
{
    size_t n = room(q, SOME);

    fill(q, n);
    close_it(q);
    for (size_t i = 0; i < n; i++)
        get_gives(q, 0, &never);
    get_gives(q, EPIPE, &never);
}

CASE(close, gets_with_a_past_deadline_drain_and_then_say_closed, CLOSE | TIMED)
{
    size_t n = room(q, SOME);

    fill(q, n);
    close_it(q);
    for (size_t i = 0; i < n; i++)
        get_gives(q, 0, &past);
    get_gives(q, EPIPE, &past);
}

CASE(close, twice_is_once, CLOSE)
{
    fill(q, room(q, SOME));
    close_it(q);
    close_it(q);
    size_is(q, room(q, SOME));
    drain(q, room(q, SOME));
    get_gives(q, EPIPE, NULL);
}

CASE(close, a_drained_queue_stays_closed, CLOSE)
{
    put(q, 1);
    close_it(q);
    get(q, 1);
    put_gives(q, EPIPE, 1, NULL);
    close_it(q);
    put_gives(q, EPIPE, 1, NULL);
    get_gives(q, EPIPE, NULL);
}

CASE(close, a_get_that_makes_room_lets_no_put_in, CLOSE | BOUNDED)
{
    fill(q, q->capacity);
    close_it(q);
    get(q, 1);
    put_gives(q, EPIPE, 99, &never);
    size_is(q, q->capacity - 1);
}
