/* Cases: done is what task_done was called for.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>

#include "bench/contenders/cases/case.h"

CASE(tasks, a_new_queue_is_all_done, JOIN)
{
    join_gives(q, 0, NULL);
    join_gives(q, 0, &never);
    join_gives(q, 0, &past);
}

CASE(tasks, an_item_inside_is_not_done, JOIN)
{
    put(q, 1);
    join_gives(q, EAGAIN, &never);
}

CASE(tasks, an_item_in_hand_is_not_done, JOIN)
{
    put(q, 1);
    get(q, 1);
    size_is(q, 0);
    join_gives(q, EAGAIN, &never);
}

CASE(tasks, an_item_is_done_when_somebody_says_so, JOIN)
{
    put(q, 1);
    get(q, 1);
    done_gives(q, 0);
    join_gives(q, 0, NULL);
}

CASE(tasks, each_item_needs_its_own_word, JOIN)
{
    size_t n = room(q, SOME);

    fill(q, n);
    drain(q, n);
    for (size_t i = 1; i <= n; i++) {
        join_gives(q, EAGAIN, &never);
        done_gives(q, 0);
    }
    join_gives(q, 0, &never);
}

CASE(tasks, nobody_looks_whether_the_item_was_got, JOIN)
{
    put(q, 1);
    done_gives(q, 0);
    join_gives(q, 0, NULL);
    get(q, 1);
    join_gives(q, 0, NULL);
}

CASE(tasks, nothing_can_be_done_in_a_new_queue, JOIN)
{
    done_gives(q, EINVAL);
    join_gives(q, 0, &never);
}

CASE(tasks, one_word_too_many_is_refused, JOIN)
{
    put(q, 1);
    done_gives(q, 0);
    done_gives(q, EINVAL);
    done_gives(q, EINVAL);
}

CASE(tasks, a_word_that_was_refused_counts_for_no_later_item, JOIN)
{
    done_gives(q, EINVAL);
    put(q, 1);
    join_gives(q, EAGAIN, &never);
    done_gives(q, 0);
    join_gives(q, 0, &never);
}

CASE(tasks, what_was_refused_needs_no_word, JOIN | BOUNDED)
{
    fill(q, q->capacity);
    put_gives(q, EAGAIN, 99, &never);
    for (size_t i = 0; i < q->capacity; i++)
        done_gives(q, 0);
    join_gives(q, 0, &never);
}

CASE(tasks, what_timed_out_needs_no_word, JOIN | BOUNDED | TIMED)
{
    fill(q, q->capacity);
    put_gives(q, ETIMEDOUT, 99, &past);
    for (size_t i = 0; i < q->capacity; i++)
        done_gives(q, 0);
    join_gives(q, 0, &never);
}

CASE(tasks, what_came_after_the_close_needs_no_word, JOIN | CLOSE)
{
    close_it(q);
    put_gives(q, EPIPE, 1, NULL);
    join_gives(q, 0, &never);
    done_gives(q, EINVAL);
}

CASE(tasks, what_is_dropped_is_done, JOIN | CLOSE)
{
    fill(q, room(q, SOME));
    drop_all(q, 1, room(q, SOME));
    join_gives(q, 0, NULL);
    done_gives(q, EINVAL);
}

CASE(tasks, what_is_in_hand_is_not_done_by_a_drop, JOIN | CLOSE)
{
    size_t n = room(q, SOME);

    fill(q, n);
    get(q, 1);
    drop_all(q, 2, n - 1);
    join_gives(q, EAGAIN, &never);
    done_gives(q, 0);
    join_gives(q, 0, NULL);
}
