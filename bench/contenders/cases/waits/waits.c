/* Cases: a thread whose condition is false waits until it becomes true.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>

#include "bench/contenders/cases/caller.h"
#include "bench/contenders/cases/case.h"

CASE(waits, a_get_waits_for_the_item, ANY)
{
    struct caller getter = {.call = CALLS_GET};

    caller_start(&getter, q);
    still_waits(&getter);
    put(q, 5);
    returns(&getter, 0);
    expect(getter.item == 5, "it gets item %zu", (size_t)getter.item);
}

CASE(waits, a_get_with_a_far_deadline_waits_for_the_item, TIMED)
{
    struct timespec deadline = much_later();
    struct caller getter = {.call = CALLS_GET, .deadline = &deadline};

    caller_start(&getter, q);
    still_waits(&getter);
    put(q, 5);
    returns(&getter, 0);
    expect(getter.item == 5, "it gets item %zu", (size_t)getter.item);
}

CASE(waits, a_try_put_serves_a_get_that_waits, ANY)
{
    struct caller getter = {.call = CALLS_GET};

    caller_start(&getter, q);
    put_gives(q, 0, 5, &never);
    returns(&getter, 0);
}

CASE(waits, a_put_waits_for_room, BOUNDED)
{
    struct caller putter = {.call = CALLS_PUT, .item = q->capacity + 1};

    fill(q, q->capacity);
    caller_start(&putter, q);
    still_waits(&putter);
    get(q, 1);
    returns(&putter, 0);
    size_is(q, q->capacity);
}

CASE(waits, a_put_with_a_far_deadline_waits_for_room, BOUNDED | TIMED)
{
    struct timespec deadline = much_later();
    struct caller putter = {.call = CALLS_PUT, .deadline = &deadline};

    fill(q, q->capacity);
    caller_start(&putter, q);
    still_waits(&putter);
    get(q, 1);
    returns(&putter, 0);
}

CASE(waits, a_try_get_serves_a_put_that_waits, BOUNDED)
{
    struct caller putter = {.call = CALLS_PUT};

    fill(q, q->capacity);
    caller_start(&putter, q);
    get_gives(q, 0, &never);
    returns(&putter, 0);
}

CASE(waits, as_many_gets_return_as_items_come, CROWD)
{
    struct caller getters[4] = {{.call = CALLS_GET}};
    size_t sum = 0;

    callers_start(getters, 4, q);
    fill(q, room(q, 1));
    for (size_t i = 2; i <= 4; i++)
        put(q, i);
    all_return(getters, 4, 0);
    for (size_t i = 0; i < 4; i++)
        sum += getters[i].item;
    expect(sum == 1 + 2 + 3 + 4, "the items add up to %zu", sum);
    size_is(q, 0);
}

CASE(waits, as_many_puts_return_as_items_leave, BOUNDED | CROWD)
{
    struct caller putters[4] = {{.call = CALLS_PUT, .item = 50}};

    fill(q, q->capacity);
    callers_start(putters, 4, q);
    for (int i = 0; i < 4; i++)
        get_gives(q, 0, NULL);
    all_return(putters, 4, 0);
    size_is(q, q->capacity);
}

CASE(waits, gets_of_both_kinds_side_by_side_are_served, TIMED | CROWD)
{
    struct timespec deadline = much_later();
    struct caller patient = {.call = CALLS_GET};
    struct caller timed = {.call = CALLS_GET, .deadline = &deadline};

    caller_start(&patient, q);
    caller_start(&timed, q);
    put(q, 1);
    put(q, 2);
    returns(&patient, 0);
    returns(&timed, 0);
    expect(patient.item + timed.item == 3, "items %zu and %zu",
           (size_t)patient.item, (size_t)timed.item);
}

CASE(waits, looks_in_vain_beside_a_get_do_not_end_it, CROWD)
{
    struct caller getter = {.call = CALLS_GET};

    caller_start(&getter, q);
    for (int i = 0; i < 100; i++)
        get_gives(q, EAGAIN, &never);
    still_waits(&getter);
    put(q, 1);
    returns(&getter, 0);
}

CASE(waits, refusals_beside_a_put_do_not_end_it, BOUNDED | CROWD)
{
    struct caller putter = {.call = CALLS_PUT};

    fill(q, q->capacity);
    caller_start(&putter, q);
    for (int i = 0; i < 100; i++)
        put_gives(q, EAGAIN, 99, &never);
    still_waits(&putter);
    get(q, 1);
    returns(&putter, 0);
}
