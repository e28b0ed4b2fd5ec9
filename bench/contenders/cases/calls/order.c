/* Cases: first in, first out, whatever happens in between.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>

#include "bench/contenders/cases/caller.h"
#include "bench/contenders/cases/case.h"

CASE(order, first_in_is_first_out, ANY)
{
    fill(q, room(q, SOME));
    drain(q, room(q, SOME));
}

/* The next n go in, or come out. */
static void
more(struct subject *q, size_t n, size_t *last)
{
    while (n--)
        put(q, ++*last);
}

static void
less(struct subject *q, size_t n, size_t *last)
{
    while (n--)
        get(q, ++*last);
}

CASE(order, it_holds_while_one_goes_in_and_one_out, ANY)
{
    size_t in = 0, out = 0;

    more(q, room(q, SOME) - 1, &in);
    for (int i = 0; i < 500; i++) {
        more(q, 1, &in);
        less(q, 1, &out);
    }
    less(q, room(q, SOME) - 1, &out);
}

CASE(order, it_holds_while_half_goes_in_and_half_out, ANY)
{
    size_t n = room(q, SOME), half = (n + 1) / 2, in = 0, out = 0;

    more(q, n, &in);
    for (int i = 0; i < 50; i++) {
        less(q, half, &out);
        more(q, half, &in);
    }
    less(q, n, &out);
}

CASE(order, it_holds_while_all_go_in_and_all_out, ANY)
{
    size_t n = room(q, SOME), in = 0, out = 0;

    for (int i = 0; i < 50; i++) {
        more(q, n, &in);
        less(q, n, &out);
    }
}

CASE(order, it_holds_at_each_length, ANY)
{
    size_t in = 0, out = 0;

    for (size_t n = 1; n <= room(q, SOME); n++) {
        more(q, n, &in);
        less(q, n, &out);
    }
}

CASE(order, it_holds_while_the_queue_grows, UNBOUNDED_ALONE)
{
    size_t in = 0, out = 0;

    for (int i = 0; i < 200; i++) {
        more(q, 7, &in);
        less(q, 3, &out);
    }
    less(q, in - out, &out);
}

CASE(order, a_refused_put_does_not_disturb_it, BOUNDED)
{
    fill(q, q->capacity);
    for (int i = 0; i < 100; i++)
        put_gives(q, EAGAIN, 99, &never);
    drain(q, q->capacity);
}

CASE(order, a_get_in_vain_does_not_disturb_it, ANY)
{
    size_t in = 0, out = 0;

    for (int i = 0; i < 100; i++) {
        get_gives(q, EAGAIN, &never);
        more(q, room(q, 3), &in);
        less(q, room(q, 3), &out);
    }
}

CASE(order, a_close_does_not_disturb_it, CLOSE)
{
    fill(q, room(q, SOME));
    close_it(q);
    drain(q, room(q, SOME));
}

CASE(order, a_drop_keeps_it, CLOSE)
{
    fill(q, room(q, SOME));
    drop_all(q, 1, room(q, SOME));
}

CASE(order, what_waited_for_room_is_the_last, BOUNDED)
{
    struct caller putter = {.call = CALLS_PUT, .item = q->capacity + 1};

    fill(q, q->capacity);
    caller_start(&putter, q);
    get(q, 1);
    returns(&putter, 0);
    for (size_t i = 2; i <= q->capacity + 1; i++)
        get(q, i);
}
