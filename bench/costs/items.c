/* What for_each_item costs, against the same by hand.
 * SPDX-License-Identifier: MIT
 */
#include <pthread.h>

#include "closing.h"
#include "costs.h"
#include "managers/items.h"

static volatile long work; /* what is done with an item */

static struct queue queue;

static void
fill(long n)
{
    must(queue_init(&queue, "costs", 0));
    for (long i = 0; i < n; i++)
        must(queue_put(&queue, &queue));
    queue_close(&queue);
}

/* By hand with the same promise: the item in hand is done however the thread
 * leaves.
 */
static void
say_done(void *owed)
{
    if (*(bool *)owed)
        must(queue_task_done(&queue));
}

__attribute__((noinline)) static void
items_by_hand(void)
{
    void *item;
    bool owed = false;

    pthread_cleanup_push(say_done, &owed);
    while (queue_get(&queue, &item) == 0) {
        owed = true;
        work += item != NULL;
        owed = false;
        must(queue_task_done(&queue));
    }
    pthread_cleanup_pop(1);
}

__attribute__((noinline)) static void
items_for_each_item(void)
{
    void *item;

    for_each_item (item, &queue) {
        work += item != NULL;
    }
}

static void
by_hand(long n)
{
    fill(n);
    items_by_hand();
    must(queue_destroy(&queue));
}

static void
for_each(long n)
{
    fill(n);
    items_for_each_item();
    must(queue_destroy(&queue));
}

const struct cost_case item_cases[] = {
    {"items_by_hand", by_hand},
    {"items_for_each_item", for_each},
    {0},
};
