/* Cases: as many as fit, and not one more.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>

#include "bench/contenders/cases/caller.h"
#include "bench/contenders/cases/case.h"

CASE(bounds, the_last_that_fits_fits_and_the_next_does_not, BOUNDED)
{
    for (size_t i = 1; i <= q->capacity; i++)
        put_gives(q, 0, i, &never);
    put_gives(q, EAGAIN, 99, &never);
}

CASE(bounds, the_capacity_is_the_same_after_many_rounds, BOUNDED)
{
    for (int i = 0; i < 20; i++) {
        fill(q, q->capacity);
        put_gives(q, EAGAIN, 99, &never);
        drain(q, q->capacity);
    }
}

CASE(bounds, the_capacity_is_the_same_wherever_the_ring_begins, BOUNDED)
{
    for (size_t i = 0; i < 2 * q->capacity; i++) {
        put(q, 99);
        get(q, 99);
        fill(q, q->capacity);
        put_gives(q, EAGAIN, 99, &never);
        drain(q, q->capacity);
    }
}

CASE(bounds, refusals_use_up_no_room, BOUNDED)
{
    fill(q, q->capacity);
    for (int i = 0; i < 1000; i++)
        put_gives(q, EAGAIN, 99, &never);
    drain(q, q->capacity);
    fill(q, q->capacity);
    size_is(q, q->capacity);
}

CASE(bounds, puts_that_time_out_use_up_no_room, BOUNDED | TIMED)
{
    fill(q, q->capacity);
    for (int i = 0; i < 10; i++)
        put_gives(q, ETIMEDOUT, 99, &past);
    drain(q, q->capacity);
    fill(q, q->capacity);
    size_is(q, q->capacity);
}

CASE(bounds, looks_in_vain_make_no_room, BOUNDED)
{
    for (int i = 0; i < 100; i++)
        get_gives(q, EAGAIN, &never);
    fill(q, q->capacity);
    put_gives(q, EAGAIN, 99, &never);
}

CASE(bounds, the_size_counts_up_and_down, ANY)
{
    size_t n = room(q, SOME);

    for (size_t i = 1; i <= n; i++) {
        put(q, i);
        size_is(q, i);
    }
    for (size_t i = 1; i <= n; i++) {
        get(q, i);
        size_is(q, n - i);
    }
}

CASE(bounds, a_put_and_a_get_leave_the_size_as_it_was, ANY)
{
    size_t n = room(q, SOME) - 1;

    fill(q, n);
    put(q, n + 1);
    get(q, 1);
    size_is(q, n);
}

/* Makes room for all that wait for it: no putter is left behind. */
static void
let_in(struct subject *q, struct caller *putters, size_t n_left, size_t n)
{
    while (n_left--)
        get_gives(q, 0, NULL);
    all_return(putters, n, 0);
}

CASE(bounds, who_waits_for_room_is_not_counted_as_inside, BOUNDED | CROWD)
{
    struct caller putters[3] = {{.call = CALLS_PUT, .item = 50}};

    fill(q, q->capacity);
    callers_start(putters, 3, q);
    size_is(q, q->capacity);
    still_waits(&putters[0]);
    let_in(q, putters, 3, 3);
}

CASE(bounds, one_free_place_lets_one_of_three_in, BOUNDED | CROWD)
{
    struct caller putters[3] = {{.call = CALLS_PUT, .item = 50}};

    fill(q, q->capacity);
    callers_start(putters, 3, q);
    get(q, 1);
    await_back(putters, 3, 1);
    size_is(q, q->capacity);
    put_gives(q, EAGAIN, 99, &never);
    let_in(q, putters, 2, 3);
}

CASE(bounds, one_item_serves_one_of_three, CROWD)
{
    struct caller getters[3] = {{.call = CALLS_GET}};

    callers_start(getters, 3, q);
    put(q, 1);
    await_back(getters, 3, 1);
    size_is(q, 0);
    get_gives(q, EAGAIN, &never);
    put(q, 2);
    put(q, 3);
    all_return(getters, 3, 0);
}
