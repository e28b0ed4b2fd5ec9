/* Out of memory in a put: the queue undamaged, the item still the caller's.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>

#include "capacities.h"
#include "fail.h"
#include "numbered.h"

static void
first_put_fails(size_t capacity)
{
    struct queue q;
    void *item;

    make_queue(&q, "memory", capacity);
    fail_at(FAIL_MALLOC, 1);
    int error = queue_put(&q, numbered(1));
    check(error == ENOMEM, "put gives %d, not ENOMEM", error);
    check(queue_size(&q) == 0, "size %zu", queue_size(&q));
    check(!queue_put(&q, numbered(2)), "the next put fails too");
    check(!queue_get(&q, &item), "get fails");
    check(number_of(item) == 2, "%zu comes back", number_of(item));
    end_queue(&q);
}

TEST(memory, a_put_without_memory_leaves_an_empty_queue_as_it_was)
{
    over_capacities(first_put_fails);
}

/* The ring grows from 16 slots. */
static void
growth_fails(size_t capacity)
{
    struct queue q;
    void *item;

    if (room_for(17, capacity) < 17)
        return;
    make_queue(&q, "memory", capacity);
    for (size_t i = 0; i < 16; i++)
        check(!queue_put(&q, numbered(i)), "put %zu fails", i);
    fail_at(FAIL_MALLOC, 1);
    int error = queue_put(&q, numbered(16));
    check(error == ENOMEM, "put gives %d, not ENOMEM", error);
    check(queue_size(&q) == 16, "size %zu", queue_size(&q));
    for (size_t i = 0; i < 16; i++) {
        check(!queue_get(&q, &item), "get %zu fails", i);
        check(number_of(item) == i, "%zu, not %zu", number_of(item), i);
    }
    end_queue(&q);
}

TEST(memory, a_put_without_memory_leaves_a_full_ring_as_it_was)
{
    over_capacities(growth_fails);
}

static void
failed_put_is_not_counted(size_t capacity)
{
    struct queue q;

    make_queue(&q, "memory", capacity);
    fail_at(FAIL_MALLOC, 1);
    check(queue_put(&q, &q) == ENOMEM, "put does not fail");
    check(q.items.pushed == 0, "%zu puts are counted", q.items.pushed);
    end_queue(&q);
}

TEST(memory, a_put_without_memory_is_not_counted)
{
    over_capacities(failed_put_is_not_counted);
}

TEST(memory, destroying_a_queue_gives_everything_back)
{
    struct queue q;
    void *item;
    size_t before = fail_n_alive();

    make_queue(&q, "balance", 0);
    check(fail_n_alive() > before, "nothing is counted");
    check(!queue_put(&q, &q) && !take(&q, &item), "an exchange fails");
    check(!queue_destroy(&q), "destroy fails");
    check(fail_n_alive() == before, "something is left");
    check(!q.items.slots, "the ring is left");
}
