/* Which results an order of the calls can explain.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <string.h>

#include "array_len.h"
#include "explore/oracles/history.h"
#include "test.h"

static struct history
history_of(const struct call *calls, size_t n, size_t capacity)
{
    struct history h = {.n = n, .capacity = capacity};

    for (size_t i = 0; i < n; i++)
        h.calls[i] = calls[i];
    return h;
}

#define HISTORY(capacity, ...)                                                 \
    history_of((struct call[]){__VA_ARGS__},                                   \
               ARRAY_LEN(((struct call[]){__VA_ARGS__})), capacity)
#define PUT(task, item, began, ended)                                          \
    {                                                                          \
        CALL_PUT, task, item, 0, began, ended                                  \
    }
#define GET(task, item, began, ended)                                          \
    {                                                                          \
        CALL_GET, task, item, 0, began, ended                                  \
    }

TEST(history, explains_calls_that_overlap)
{
    struct history h = HISTORY(1, GET(2, 1, 1, 5), PUT(1, 1, 2, 6));

    check(history_linearizable(&h), "the put comes first");
}

TEST(history, refuses_an_item_that_comes_before_its_put)
{
    struct history h = HISTORY(1, GET(2, 1, 1, 2), PUT(1, 1, 3, 4));

    check(!history_linearizable(&h), "it was not there yet");
}

TEST(history, refuses_items_that_overtake)
{
    struct history h = HISTORY(0, PUT(1, 1, 1, 1), PUT(1, 2, 2, 2),
                               GET(2, 2, 3, 3), GET(3, 1, 4, 4));

    check(!history_linearizable(&h), "2 came out before 1");
}

TEST(history, refuses_one_item_too_many)
{
    struct history h = HISTORY(1, PUT(1, 1, 1, 1), PUT(2, 2, 2, 2),
                               GET(3, 1, 3, 3), GET(3, 2, 4, 4));

    check(!history_linearizable(&h), "both were inside");
}

TEST(history, refuses_empty_when_there_was_an_item_all_along)
{
    struct history h = HISTORY(1, PUT(1, 1, 1, 1),
                               {CALL_GET, 2, 0, EAGAIN, 2, 3}, GET(3, 1, 4, 4));

    check(!history_linearizable(&h), "the item was there");
}

TEST(history, explains_what_a_close_drops)
{
    struct history h =
        HISTORY(2, PUT(1, 1, 1, 1), PUT(1, 2, 2, 2), {CALL_DROP, 3, 2, 0, 3, 9},
                GET(2, 1, 3, 5), {CALL_CLOSE, 3, 0, 0, 3, 9},
                {CALL_GET, 2, 0, EPIPE, 10, 10});

    check(history_linearizable(&h), "1 was got, 2 dropped");
}

TEST(history, refuses_a_put_after_the_close)
{
    struct history h = HISTORY(0, {CALL_CLOSE, 3, 0, 0, 1, 2}, PUT(1, 1, 3, 3),
                               GET(2, 1, 4, 4));

    check(!history_linearizable(&h), "it was closed");
}

TEST(history, refuses_a_join_with_an_item_in_hand)
{
    struct history h =
        HISTORY(1, PUT(1, 1, 1, 1), GET(2, 1, 2, 2), {CALL_JOIN, 1, 0, 0, 3, 4},
                {CALL_TASK_DONE, 2, 0, 0, 5, 6});

    check(!history_linearizable(&h), "it was not done");
}

TEST(history, names_the_item_that_is_lost)
{
    struct history h = HISTORY(1, PUT(1, 7, 1, 1));
    char why[100] = "";

    check(history_judge(&h, why, sizeof(why)) == FAULT_LOST, "%s", why);
    check(strstr(why, "item 7"), "%s", why);
}
