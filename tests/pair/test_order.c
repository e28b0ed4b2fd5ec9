/* One thread and one queue: order, size, and what an item may be.
 * SPDX-License-Identifier: MIT
 */
#include <string.h>

#include "capacities.h"
#include "numbered.h"

enum { ROUNDS = 5, MANY = 100 };

static void
fill_and_empty(struct queue *q, size_t n, size_t *number)
{
    void *item;

    for (size_t i = 0; i < n; i++)
        check(!queue_put(q, numbered(*number + i)), "put %zu fails", i);
    check(queue_size(q) == n, "size %zu, not %zu", queue_size(q), n);
    for (size_t i = 0; i < n; i++, ++*number) {
        check(!queue_get(q, &item), "get %zu fails", i);
        check(number_of(item) == *number, "%zu instead of %zu", number_of(item),
              *number);
    }
}

static void
keeps_order(size_t capacity)
{
    struct queue q;
    size_t number = 0;

    make_queue(&q, "order", capacity);
    for (size_t n = 1; n <= room_for(MANY, capacity); n++)
        fill_and_empty(&q, n, &number);
    end_queue(&q);
}

TEST(order, is_first_in_first_out)
{
    over_capacities(keeps_order);
}

static void
passes_null(size_t capacity)
{
    struct queue q;
    void *item = &q;

    make_queue(&q, "null", capacity);
    check(!queue_put(&q, NULL), "put of NULL fails");
    check(queue_size(&q) == 1, "NULL does not count: %zu", queue_size(&q));
    check(!queue_get(&q, &item), "get of NULL fails");
    check(!item, "something else comes back");
    end_queue(&q);
}

TEST(order, passes_null_on_like_any_item)
{
    over_capacities(passes_null);
}

static void
has_size(size_t capacity)
{
    struct queue q;
    void *item;
    size_t n = room_for(MANY, capacity);

    make_queue(&q, "size", capacity);
    for (size_t i = 0; i < n; i++) {
        check(queue_size(&q) == i, "size %zu, not %zu", queue_size(&q), i);
        check(!queue_put(&q, &q), "put %zu fails", i);
    }
    for (size_t i = n; i > 0; i--) {
        check(queue_size(&q) == i, "size %zu, not %zu", queue_size(&q), i);
        check(!queue_get(&q, &item), "get %zu fails", i);
    }
    check(queue_size(&q) == 0, "size %zu at the end", queue_size(&q));
    end_queue(&q);
}

TEST(order, size_follows_puts_and_gets)
{
    over_capacities(has_size);
}

static void
keeps_name(size_t capacity)
{
    struct queue q;

    make_queue(&q, "download", capacity);
    check(!strcmp(q.name, "download"), "the name is '%s'", q.name);
    end_queue(&q);
}

TEST(order, the_queue_keeps_its_name)
{
    over_capacities(keeps_name);
}

static void
counts_come_and_gone(size_t capacity)
{
    struct queue q;
    void *item;
    size_t n = room_for(MANY, capacity);

    make_queue(&q, "counts", capacity);
    for (size_t round = 0; round < ROUNDS; round++) {
        for (size_t i = 0; i < n; i++)
            check(!queue_put(&q, &q), "put fails");
        for (size_t i = 0; i < n; i++)
            check(!queue_get(&q, &item), "get fails");
    }
    check(q.items.pushed == n * ROUNDS, "%zu puts", q.items.pushed);
    check(q.items.popped == n * ROUNDS, "%zu gets", q.items.popped);
    check(q.items.peak == n, "peak %zu, not %zu", q.items.peak, n);
    end_queue(&q);
}

TEST(order, the_queue_counts_puts_gets_and_its_peak)
{
    over_capacities(counts_come_and_gone);
}
