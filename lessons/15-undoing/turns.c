/* A turn with an item that is left early: is task_done called?
 * SPDX-License-Identifier: MIT
 *
 * An item is left in each of five ways, in a loop by hand and in for_each_item.
 */
#include <pthread.h>
#include <stdio.h>

#include "blocking/closing.h"
#include "blocking/queue.h"
#include "blocking/tasks.h"
#include "must.h"
#include "with/managers/items.h"

static const char *const ways[] = {"end", "continue", "break", "return",
                                   "cancel"};
static enum way { END, CONTINUE, BREAK, RETURN, CANCEL } way;
static struct queue q;

/* The body of both loops; the way is the same for each item. */
#define LEAVE_THE_TURN()                                                       \
    if (way == CONTINUE)                                                       \
        continue;                                                              \
    if (way == BREAK)                                                          \
        break;                                                                 \
    if (way == RETURN)                                                         \
        return unused;                                                         \
    if (way == CANCEL)                                                         \
        pthread_cancel(pthread_self());                                        \
    pthread_testcancel()

static void *
by_hand(void *unused)
{
    void *item;

    while (queue_get(&q, &item) == 0) {
        LEAVE_THE_TURN();
        must(queue_task_done(&q));
    }
    return unused;
}

static void *
each_item(void *unused)
{
    void *item;

    for_each_item (item, &q) {
        (void)item; /* the work would be here */
        LEAVE_THE_TURN();
    }
    return unused;
}

/* How many items are forgotten: neither in the queue nor done. */
static size_t
forgotten_by(void *(*loop)(void *))
{
    pthread_t thread;

    must(queue_init(&q, "q", 0));
    must(queue_put(&q, &q));
    queue_close(&q);
    must(pthread_create(&thread, NULL, loop, NULL));
    must(pthread_join(thread, NULL));
    return queue_unfinished(&q) - queue_size(&q);
}

int
main(void)
{
    puts("left by   by hand  for_each_item");
    for (way = END; way <= CANCEL; way++)
        printf("%-8s %8zu %14zu\n", ways[way], forgotten_by(by_hand),
               forgotten_by(each_item));
    return 0;
}
