/* Seven gets: three here, four in closable_next, which never saw your file.
 * SPDX-License-Identifier: MIT
 *
 * Not to be changed.  The last of the four gets the sentinel.
 */
#include <stdio.h>

#include "blocking/closable.h"
#include "blocking/queue.h"
#include "count.h"
#include "must.h"

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
    must(closable_close(&c));
    while (closable_next(&turn, &item) == 0)
        n_got++;
    must(closable_destroy(&c));
    return n_got;
}

int
main(void)
{
    int n_here = get_here(), n_seen_here = n_gets_seen();
    int n_there = get_over_there(), n_seen_there = n_gets_seen() - n_seen_here;

    printf("here: %d items by 3 gets, %d gets seen\n", n_here, n_seen_here);
    printf("there: %d items by 4 gets, %d gets seen\n", n_there, n_seen_there);
    return n_here == 3 && n_seen_here == 3 && n_there == 3 && n_seen_there == 4
               ? 0
               : 1;
}
