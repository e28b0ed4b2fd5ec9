/* Cases: what a put takes, and what it refuses.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>

#include "bench/contenders/cases/case.h"

CASE(puts, one_adds_one_to_the_size, ANY)
{
    for (size_t i = 1, n = room(q, SOME); i <= n; i++) {
        put(q, i);
        size_is(q, i);
    }
}

CASE(puts, the_item_0_is_an_item, ANY)
{
    put(q, 0);
    size_is(q, 1);
    get(q, 0);
}

CASE(puts, the_largest_item_is_an_item, ANY)
{
    put(q, UINTPTR_MAX);
    get(q, UINTPTR_MAX);
}

CASE(puts, every_bit_of_an_item_is_kept, ANY)
{
    for (int bit = 0; bit < 64; bit++) {
        put(q, (uintptr_t)1 << bit);
        get(q, (uintptr_t)1 << bit);
    }
}

CASE(puts, the_same_item_goes_in_as_often_as_it_is_put, ANY)
{
    size_t n = room(q, SOME);

    for (size_t i = 0; i < n; i++)
        put(q, 7);
    for (size_t i = 0; i < n; i++)
        get(q, 7);
    size_is(q, 0);
}

CASE(puts, try_takes_what_there_is_room_for, ANY)
{
    for (size_t i = 1, n = room(q, SOME); i <= n; i++)
        put_gives(q, 0, i, &never);
    drain(q, room(q, SOME));
}

CASE(puts, a_deadline_long_past_hinders_none_that_finds_room, TIMED)
{
    put_gives(q, 0, 1, &past);
    get(q, 1);
}

CASE(puts, a_deadline_far_off_delays_none_that_finds_room, TIMED)
{
    struct timespec deadline = much_later();

    for (size_t i = 1, n = room(q, SOME); i <= n; i++)
        put_gives(q, 0, i, &deadline);
    drain(q, room(q, SOME));
}

CASE(puts, try_says_again_when_full, BOUNDED)
{
    fill(q, q->capacity);
    put_gives(q, EAGAIN, 99, &never);
}

CASE(puts, a_refused_item_is_not_inside, BOUNDED)
{
    fill(q, q->capacity);
    put_gives(q, EAGAIN, 99, &never);
    size_is(q, q->capacity);
    drain(q, q->capacity);
    get_gives(q, EAGAIN, &never);
}

CASE(puts, a_refused_item_may_be_put_later, BOUNDED)
{
    fill(q, q->capacity);
    put_gives(q, EAGAIN, q->capacity + 1, &never);
    get(q, 1);
    put_gives(q, 0, q->capacity + 1, &never);
    for (size_t i = 2; i <= q->capacity + 1; i++)
        get(q, i);
}

CASE(puts, a_full_queue_takes_one_for_each_that_is_got, BOUNDED)
{
    fill(q, q->capacity);
    for (size_t i = 1; i <= 3 * q->capacity; i++) {
        get(q, i);
        put_gives(q, 0, q->capacity + i, &never);
        put_gives(q, EAGAIN, 99, &never);
    }
}

CASE(puts, without_a_bound_none_is_refused, UNBOUNDED_ALONE)
{
    for (size_t i = 1; i <= 100000; i++)
        put_gives(q, 0, i, &never);
    size_is(q, 100000);
}

CASE(puts, one_after_the_queue_ran_empty_is_like_the_first, ANY)
{
    for (size_t i = 1; i <= SOME; i++) {
        size_is(q, 0);
        put(q, i);
        size_is(q, 1);
        get(q, i);
    }
}
