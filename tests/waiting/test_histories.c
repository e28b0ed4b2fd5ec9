/* The judge of histories refuses each that was doctored.
 * SPDX-License-Identifier: MIT
 *
 * A history is recorded of real threads, is accepted, and is then changed in
 * one place, so that no order of its calls can explain it any more.
 */
#include <errno.h>

#include "bench/contenders/conformance/conformance.h"
#include "long/history/record.h"
#include "test.h"

static struct history h;
static uint64_t seed;

/* Another history each time; of an unbounded queue when there is no capacity.
 */
static void
record_next(size_t capacity)
{
    const struct contender *c =
        contenders_load(BUILD "/contenders/blocking.so")[0];
    struct record_plan plan;

    do
        plan = record_draw(c, ++seed);
    while (plan.capacity != capacity || plan.drop);
    plan.close_after = plan.n_calls;
    record(c, &plan, &h);
    check(history_linearizable(&h), "it is refused before it is doctored");
}

static struct call *
find(enum call_kind kind, int result)
{
    for (size_t i = 0; i < h.n; i++)
        if (h.calls[i].kind == kind && h.calls[i].result == result)
            return &h.calls[i];
    return NULL;
}

/* Records until there is such a call. */
static struct call *
record_until(size_t capacity, enum call_kind kind, int result)
{
    struct call *c;

    do
        record_next(capacity);
    while (!(c = find(kind, result)));
    return c;
}

static void
is_refused(void)
{
    char why[160];

    check(history_judge(&h, why, sizeof(why)) != FAULT_NONE, "it is accepted");
}

TEST(histories, are_refused_when_an_item_came_twice)
{
    struct call *first = record_until(2, CALL_GET, 0), *last = first;

    for (size_t i = 0; i < h.n; i++)
        if (h.calls[i].kind == CALL_GET && h.calls[i].result == 0)
            last = &h.calls[i];
    if (last != first)
        last->item = first->item;
    else
        last->item++;
    is_refused();
}

TEST(histories, are_refused_when_an_item_was_lost)
{
    record_until(2, CALL_GET, 0)->result = EAGAIN;
    is_refused();
}

TEST(histories, are_refused_when_an_item_came_that_nobody_put)
{
    record_until(1, CALL_GET, 0)->item = 999;
    is_refused();
}

TEST(histories, are_refused_when_a_queue_without_a_bound_was_full)
{
    record_until(0, CALL_PUT, 0)->result = EAGAIN;
    check(!history_linearizable(&h), "it is accepted");
}

TEST(histories, are_refused_when_a_size_was_too_large)
{
    record_until(3, CALL_SIZE, 0)->item = 4;
    check(!history_linearizable(&h), "it is accepted");
}

TEST(histories, are_refused_when_a_put_was_taken_after_the_close)
{
    record_until(3, CALL_PUT, EPIPE)->result = 0;
    is_refused();
}

TEST(histories, are_refused_when_the_end_was_told_before_the_close)
{
    struct call *put;

    do
        put = record_until(3, CALL_PUT, 0);
    while (put->ended >= find(CALL_CLOSE, 0)->began);
    put->result = EPIPE;
    check(!history_linearizable(&h), "it is accepted");
}

static bool
is_before(const struct call *a, const struct call *b)
{
    return a && b && a->ended < b->began;
}

static struct call *
find_item(enum call_kind kind, uintptr_t item)
{
    for (size_t i = 0; i < h.n; i++)
        if (h.calls[i].kind == kind && h.calls[i].item == item &&
            !h.calls[i].result)
            return &h.calls[i];
    return NULL;
}

/* Two items, put one after the other and got one after the other: now the
 * other way round.
 */
static bool
swap_two_gets(void)
{
    for (size_t i = 0; i < h.n; i++)
        for (size_t k = i + 1; k < h.n; k++) {
            struct call *a = &h.calls[i], *b = &h.calls[k];
            if (a->kind != CALL_GET || b->kind != CALL_GET || a->result ||
                b->result || !is_before(a, b) ||
                !is_before(find_item(CALL_PUT, a->item),
                           find_item(CALL_PUT, b->item)))
                continue;
            uintptr_t item = a->item;
            a->item = b->item;
            b->item = item;
            return true;
        }
    return false;
}

TEST(histories, are_refused_when_two_items_overtook_each_other)
{
    do
        record_next(0);
    while (!swap_two_gets());
    check(!history_linearizable(&h), "it is accepted");
}

/* How many items were inside before anybody began to get the first of them. */
static size_t
n_in_at_first(void)
{
    uint32_t first = UINT32_MAX;
    size_t n = 0;

    for (size_t i = 0; i < h.n; i++)
        if (h.calls[i].kind == CALL_GET && !h.calls[i].result &&
            h.calls[i].began < first)
            first = h.calls[i].began;
    for (size_t i = 0; i < h.n; i++)
        n += h.calls[i].kind == CALL_PUT && !h.calls[i].result &&
             h.calls[i].ended < first;
    return n;
}

TEST(histories, are_refused_when_more_was_inside_than_fits)
{
    do
        record_next(0);
    while (n_in_at_first() < 2);
    h.capacity = 1;
    check(!history_linearizable(&h), "it is accepted");
}
