/* The deque: order, growth, counters, and what a failed growth leaves.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>

#include "deque.h"
#include "fail.h"
#include "numbered.h"
#include "test.h"

static void
push_all(struct deque *d, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        int error = deque_push(d, numbered(i));
        check(!error, "push of %zu gives %d", i, error);
    }
}

static void
pop_all(struct deque *d, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        void *item = NULL;
        check(deque_pop(d, &item), "nothing where %zu should be", i);
        check(number_of(item) == i, "%zu instead of %zu", number_of(item), i);
    }
}

TEST(deque, gives_back_in_the_order_of_the_pushes)
{
    struct deque d = {0};

    push_all(&d, 0, 10);
    pop_all(&d, 0, 10);
    check(deque_empty(&d), "size is %zu", d.size);
    deque_destroy(&d);
}

TEST(deque, keeps_the_order_when_it_grows_while_wrapped_round)
{
    for (size_t gone = 0; gone <= 40; gone++) {
        struct deque d;
        deque_init(&d);
        push_all(&d, 0, gone);
        pop_all(&d, 0, gone);
        push_all(&d, gone, gone + 1000);
        pop_all(&d, gone, gone + 1000);
        deque_destroy(&d);
    }
}

TEST(deque, takes_null_for_an_item_like_any_other)
{
    struct deque d = {0};
    void *item = &d;

    check(!deque_push(&d, NULL), "push of NULL fails");
    check(d.size == 1, "size is %zu", d.size);
    check(deque_pop(&d, &item) && !item, "NULL does not come back");
    deque_destroy(&d);
}

TEST(deque, leaves_the_callers_pointer_alone_when_empty)
{
    struct deque d = {0};
    void *item = &d;

    check(!deque_pop(&d, &item), "an item out of an empty deque");
    check(item == &d, "the pointer was changed");
}

TEST(deque, takes_no_memory_before_the_first_push)
{
    struct deque d;

    deque_init(&d);
    check(!d.slots && d.n_slots == 0, "it has %zu slots", d.n_slots);
}

TEST(deque, is_unchanged_when_its_growth_finds_no_memory)
{
    struct deque d = {0};

    push_all(&d, 0, 16);
    struct deque before = d;
    fail_at(FAIL_MALLOC, 1);
    int error = deque_push(&d, numbered(16));
    check(error == ENOMEM, "push gives %d, not ENOMEM", error);
    check(d.size == 16 && d.slots == before.slots && d.pushed == 16,
          "size %zu, pushed %zu", d.size, d.pushed);
    push_all(&d, 16, 40);
    pop_all(&d, 0, 40);
    deque_destroy(&d);
}

TEST(deque, refuses_the_first_item_without_memory)
{
    struct deque d = {0};

    fail_at(FAIL_MALLOC, 1);
    int error = deque_push(&d, &d);
    check(error == ENOMEM, "push gives %d, not ENOMEM", error);
    check(deque_empty(&d) && d.pushed == 0, "size %zu", d.size);
}

TEST(deque, counts_what_came_and_what_went)
{
    struct deque d = {0};
    void *item;

    push_all(&d, 0, 5);
    pop_all(&d, 0, 3);
    check(d.pushed == 5 && d.popped == 3, "pushed %zu, popped %zu", d.pushed,
          d.popped);
    pop_all(&d, 3, 5);
    check(!deque_pop(&d, &item) && d.popped == 5,
          "an empty pop counts: popped %zu", d.popped);
    deque_destroy(&d);
}

TEST(deque, remembers_its_largest_size)
{
    struct deque d = {0};

    push_all(&d, 0, 7);
    pop_all(&d, 0, 7);
    push_all(&d, 0, 3);
    check(d.peak == 7, "peak is %zu, not 7", d.peak);
    deque_destroy(&d);
}

TEST(deque, hands_everything_over_at_once)
{
    struct deque d = {0};

    push_all(&d, 0, 20);
    pop_all(&d, 0, 5);
    struct deque all = deque_take_all(&d);
    check(deque_empty(&d) && !d.slots, "%zu items stayed", d.size);
    check(d.popped == 20, "popped is %zu, not 20", d.popped);
    pop_all(&all, 5, 20);
    deque_destroy(&all);
}

TEST(deque, can_be_used_again_after_all_was_taken)
{
    struct deque d = {0};

    push_all(&d, 0, 20);
    struct deque all = deque_take_all(&d);
    push_all(&d, 20, 50);
    pop_all(&d, 20, 50);
    check(d.pushed == d.popped, "pushed %zu, popped %zu", d.pushed, d.popped);
    deque_destroy(&all);
    deque_destroy(&d);
}

TEST(deque, is_an_empty_one_once_destroyed)
{
    struct deque d = {0};
    void *item;

    check(!deque_push(&d, &d), "push fails");
    deque_destroy(&d);
    check(!d.slots && deque_empty(&d) && !d.pushed, "something is left");
    check(!deque_push(&d, &d) && deque_pop(&d, &item), "it is not usable");
    deque_destroy(&d);
}

/* No machine has the memory: a deque that says it is full is enough. */
TEST(deque, does_not_grow_past_what_can_be_counted)
{
    struct deque d = {.n_slots = DEQUE_MAX, .size = DEQUE_MAX};

    check(deque_push(&d, &d) == ENOMEM, "push does not fail");
    check(d.size == DEQUE_MAX && d.n_slots == DEQUE_MAX, "it was changed");
}
