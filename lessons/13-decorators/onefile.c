/* A macro around queue_get: which of six gets does it see?
 * SPDX-License-Identifier: MIT
 *
 * Three gets are written here, below the macro.  Three more happen in
 * closable_next, in a file of its own that never saw it.
 */
#include <stdio.h>

#include "blocking/closable.h"
#include "blocking/queue.h"
#include "must.h"

static int n_seen;

static int
traced_get(struct queue *q, void **item)
{
    n_seen++;
    return queue_get(q, item);
}

#define queue_get(q, item) traced_get(q, item)

static int
get_here(void)
{
    struct queue q;
    void *item;
    int n_got = 0;

    must(queue_init(&q, "q", 0));
    for (int i = 0; i < 3; i++)
        must(queue_put(&q, &q));
    for (int i = 0; i < 3; i++)
        n_got += queue_get(&q, &item) == 0;
    must(queue_destroy(&q));
    return n_got;
}

static int
get_over_there(void)
{
    struct closable c;
    struct closable_turn turn = {&c, false};
    void *item;
    int n_got = 0;

    must(closable_init(&c, "c", 0));
    for (int i = 0; i < 3; i++)
        must(queue_put(&c.queue, &c));
    for (int i = 0; i < 3; i++)
        n_got += closable_next(&turn, &item) == 0;
    closable_end(&turn);
    must(closable_destroy(&c));
    return n_got;
}

int
main(void)
{
    int n = get_here();
    printf("here: %d items, %d gets seen\n", n, n_seen);
    n_seen = 0;
    n = get_over_there();
    printf("there: %d items, %d gets seen\n", n, n_seen);
    return 0;
}
