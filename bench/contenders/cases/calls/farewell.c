/* Cases: a close reaches every waiting thread.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>

#include "bench/contenders/cases/caller.h"
#include "bench/contenders/cases/case.h"
#include "must.h"

CASE(farewell, a_get_that_waits_is_told, CLOSE)
{
    struct caller getter = {.call = CALLS_GET, .item = 77};

    caller_start(&getter, q);
    still_waits(&getter);
    close_it(q);
    returns(&getter, EPIPE);
    expect(getter.item == 77, "it writes item %zu", (size_t)getter.item);
}

CASE(farewell, a_put_that_waits_is_told, CLOSE | BOUNDED)
{
    struct caller putter = {.call = CALLS_PUT, .item = 99};

    fill(q, q->capacity);
    caller_start(&putter, q);
    still_waits(&putter);
    close_it(q);
    returns(&putter, EPIPE);
}

CASE(farewell, all_gets_that_wait_are_told, CLOSE | CROWD)
{
    struct caller getters[5] = {{.call = CALLS_GET}};

    callers_start(getters, 5, q);
    close_it(q);
    all_return(getters, 5, EPIPE);
}

CASE(farewell, all_puts_that_wait_are_told, CLOSE | BOUNDED | CROWD)
{
    struct caller putters[5] = {{.call = CALLS_PUT, .item = 50}};

    fill(q, q->capacity);
    callers_start(putters, 5, q);
    close_it(q);
    all_return(putters, 5, EPIPE);
}

CASE(farewell, gets_with_a_deadline_are_told_before_it, CLOSE | TIMED | CROWD)
{
    struct timespec deadline = much_later();
    struct caller getters[3] = {{.call = CALLS_GET, .deadline = &deadline}};

    callers_start(getters, 3, q);
    close_it(q);
    all_return(getters, 3, EPIPE);
}

CASE(farewell, puts_with_a_deadline_are_told_before_it,
     CLOSE | BOUNDED | TIMED | CROWD)
{
    struct timespec deadline = much_later();
    struct caller putters[3] = {{.call = CALLS_PUT, .deadline = &deadline}};

    fill(q, q->capacity);
    callers_start(putters, 3, q);
    close_it(q);
    all_return(putters, 3, EPIPE);
}

CASE(farewell, the_item_of_a_put_that_is_told_is_not_inside, CLOSE | BOUNDED)
{
    struct caller putter = {.call = CALLS_PUT, .item = 99};

    fill(q, q->capacity);
    caller_start(&putter, q);
    close_it(q);
    returns(&putter, EPIPE);
    size_is(q, q->capacity);
    drain(q, q->capacity);
    get_gives(q, EPIPE, NULL);
}

CASE(farewell, one_of_two_gets_has_the_last_item, CLOSE | CROWD)
{
    struct caller getters[2] = {{.call = CALLS_GET}};

    callers_start(getters, 2, q);
    put(q, 5);
    close_it(q);
    for (int i = 0; i < 2; i++)
        must(pthread_join(getters[i].thread, NULL));
    expect(getters[0].error + getters[1].error == EPIPE,
           "the gets give %s and %s", error_word(getters[0].error),
           error_word(getters[1].error));
}

CASE(farewell, a_drop_tells_gets_that_wait, CLOSE | CROWD)
{
    struct caller getters[3] = {{.call = CALLS_GET}};

    callers_start(getters, 3, q);
    drop_all(q, 1, 0);
    all_return(getters, 3, EPIPE);
}

CASE(farewell, a_drop_tells_puts_that_wait, CLOSE | BOUNDED | CROWD)
{
    struct caller putters[3] = {{.call = CALLS_PUT, .item = 50}};

    fill(q, q->capacity);
    callers_start(putters, 3, q);
    drop_all(q, 1, q->capacity);
    all_return(putters, 3, EPIPE);
    size_is(q, 0);
}

CASE(farewell, a_close_ends_no_join, CLOSE | JOIN)
{
    struct caller joiner = {.call = CALLS_JOIN};

    put(q, 1);
    caller_start(&joiner, q);
    close_it(q);
    still_waits(&joiner);
    get(q, 1);
    still_waits(&joiner);
    done_gives(q, 0);
    returns(&joiner, 0);
}
