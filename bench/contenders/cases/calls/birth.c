/* Cases: how a queue begins and ends.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>

#include "bench/contenders/cases/case.h"

CASE(birth, a_new_queue_is_empty, ANY)
{
    size_is(q, 0);
    get_gives(q, EAGAIN, &never);
}

CASE(birth, a_new_queue_takes_an_item, ANY)
{
    put_gives(q, 0, 1, &never);
    size_is(q, 1);
}

CASE(birth, a_new_queue_has_counted_nothing, ANY)
{
    struct contender_counts n = q->is->counts(q->queue);

    expect(!n.polls && !n.parks && !n.wakes, "%zu polls, %zu parks, %zu wakes",
           (size_t)n.polls, (size_t)n.parks, (size_t)n.wakes);
}

static void
ends(struct subject *q)
{
    int error = q->is->destroy(q->queue);

    expect(!error, "destroy gives %s", error_word(error));
}

/* What is not refused is kept: the other queue's memory may lie behind it. */
CASE(birth, a_capacity_beyond_all_memory_harms_nobody, BOUNDED)
{
    struct subject huge = *q;
    int error = q->is->create(q->is, SIZE_MAX, &huge.queue);

    if (error) {
        expect(error == EINVAL || error == ENOMEM, "create gives %s",
               error_word(error));
        return;
    }
    struct subject other = subject_of(q->is, q->capacity);
    fill(&huge, SOME);
    size_is(&other, 0);
    drain(&huge, SOME);
    ends(&huge);
}

CASE(birth, a_queue_never_used_can_end, ANY)
{
    ends(q);
}

CASE(birth, a_queue_that_ran_empty_can_end, ANY)
{
    size_t n = room(q, SOME);

    fill(q, n);
    drain(q, n);
    ends(q);
}

CASE(birth, a_queue_with_items_left_can_end, ANY)
{
    fill(q, room(q, SOME));
    ends(q);
}

CASE(birth, a_closed_queue_can_end, CLOSE)
{
    close_it(q);
    ends(q);
}

CASE(birth, a_hundred_queues_begin_and_end, ANY)
{
    for (int i = 0; i < 100; i++) {
        struct subject other = subject_of(q->is, q->capacity);
        put(&other, 1);
        get(&other, 1);
        ends(&other);
    }
}

CASE(birth, two_queues_share_no_items, ANY)
{
    struct subject other = subject_of(q->is, q->capacity);

    fill(q, room(q, SOME));
    size_is(&other, 0);
    get_gives(&other, EAGAIN, &never);
}

CASE(birth, two_queues_share_no_end, CLOSE)
{
    struct subject other = subject_of(q->is, q->capacity);

    close_it(q);
    put(&other, 1);
    get(&other, 1);
    get_gives(&other, EAGAIN, &never);
}
