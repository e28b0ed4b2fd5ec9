/* Cases: each kind of put goes with each kind of get.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>

#include "bench/contenders/cases/case.h"

CASE(kinds, the_order_is_that_of_the_puts_of_any_kind, TIMED)
{
    struct timespec deadline = much_later();
    const struct timespec *kinds[] = {NULL, &never, &deadline, &past};
    size_t n = room(q, SOME);

    for (size_t i = 1; i <= n; i++)
        put_gives(q, 0, i, kinds[i % 4]);
    drain(q, n);
}

CASE(kinds, the_order_is_that_of_the_items_for_gets_of_any_kind, TIMED)
{
    struct timespec deadline = much_later();
    const struct timespec *kinds[] = {NULL, &never, &deadline, &past};
    size_t n = room(q, SOME);
    uintptr_t item = 0;

    fill(q, n);
    for (size_t i = 1; i <= n; i++) {
        int error = q->is->get(q->queue, &item, kinds[i % 4]);
        expect(!error && item == i, "get %zu gives %s, item %zu", i,
               error_word(error), (size_t)item);
    }
}

CASE(kinds, each_put_meets_each_get, TIMED)
{
    struct timespec deadline = much_later();
    const struct timespec *kinds[] = {NULL, &never, &deadline, &past};

    for (int i = 0; i < 16; i++) {
        put_gives(q, 0, i, kinds[i / 4]);
        size_is(q, 1);
        get_gives(q, 0, kinds[i % 4]);
        size_is(q, 0);
    }
}
