/* Cases: a close with a drop hands out what is left.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>

#include "bench/contenders/cases/case.h"

CASE(drop, each_item_is_handed_out_once, CLOSE)
{
    fill(q, room(q, SOME));
    drop_all(q, 1, room(q, SOME));
    size_is(q, 0);
}

CASE(drop, a_queue_of_one_item_hands_out_one, CLOSE)
{
    put(q, 1);
    drop_all(q, 1, 1);
}

CASE(drop, an_empty_queue_hands_out_nothing, CLOSE)
{
    drop_all(q, 1, 0);
    size_is(q, 0);
}

CASE(drop, a_drained_queue_hands_out_nothing, CLOSE)
{
    fill(q, room(q, SOME));
    drain(q, room(q, SOME));
    drop_all(q, 1, 0);
}

CASE(drop, a_second_one_hands_out_nothing, CLOSE)
{
    fill(q, room(q, SOME));
    drop_all(q, 1, room(q, SOME));
    drop_all(q, 1, 0);
}

CASE(drop, what_was_got_is_not_handed_out, CLOSE)
{
    size_t n = room(q, SOME), half = (n + 1) / 2;

    fill(q, n);
    drain(q, half);
    drop_all(q, half + 1, n - half);
}

CASE(drop, what_was_refused_is_not_handed_out, CLOSE | BOUNDED)
{
    fill(q, q->capacity);
    put_gives(q, EAGAIN, 99, &never);
    drop_all(q, 1, q->capacity);
}

CASE(drop, what_a_plain_close_left_is_handed_out, CLOSE)
{
    fill(q, room(q, SOME));
    close_it(q);
    drop_all(q, 1, room(q, SOME));
}

CASE(drop, a_plain_close_after_it_changes_nothing, CLOSE)
{
    fill(q, room(q, SOME));
    drop_all(q, 1, room(q, SOME));
    close_it(q);
    get_gives(q, EPIPE, NULL);
}

CASE(drop, nothing_is_left_to_get, CLOSE)
{
    fill(q, room(q, SOME));
    drop_all(q, 1, room(q, SOME));
    get_gives(q, EPIPE, &never);
    get_gives(q, EPIPE, NULL);
}

CASE(drop, nothing_goes_in_any_more, CLOSE)
{
    fill(q, room(q, SOME));
    drop_all(q, 1, room(q, SOME));
    put_gives(q, EPIPE, 1, &never);
    put_gives(q, EPIPE, 1, NULL);
    size_is(q, 0);
}

static void
look(void *subject, uintptr_t item)
{
    struct subject *q = subject;

    (void)item;
    put_gives(q, EPIPE, 1, &never);
    q->is->size(q->queue);
}

CASE(drop, who_is_handed_an_item_may_use_the_queue, CLOSE)
{
    fill(q, room(q, SOME));
    q->is->close(q->queue, look, q);
    size_is(q, 0);
}
