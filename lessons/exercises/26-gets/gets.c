/* Seven gets: three here, four in closable_next, which never saw your file.
 * SPDX-License-Identifier: MIT
 *
 * Not to be changed.  The last of the four gets the sentinel.  Then again, with
 * numbers that cannot be known.
 */
#include <stdio.h>
#include <sys/random.h>

#include "blocking/closable.h"
#include "blocking/queue.h"
#include "count.h"
#include "must.h"
#include "verdict.h"

static int
get_here(int n)
{
    struct queue q;
    void *item;
    int n_got = 0;

    must(queue_init(&q, "q", 0));
    for (int i = 0; i < n; i++)
        must(queue_put(&q, &q));
    for (int i = 0; i < n; i++)
        n_got += queue_get(&q, &item) == 0;
    must(queue_destroy(&q));
    return n_got;
}

static int
get_over_there(int n)
{
    struct closable c;
    struct closable_turn turn = {&c, false};
    void *item;
    int n_got = 0;

    must(closable_init(&c, "c", 0));
    for (int i = 0; i < n; i++)
        must(queue_put(&c.queue, &c));
    must(closable_close(&c));
    while (closable_next(&turn, &item) == 0)
        n_got++;
    must(closable_destroy(&c));
    return n_got;
}

/* 0 when all gets are seen. */
static int
see(int n)
{
    int n_before = n_gets_seen(), n_here = get_here(n);
    int n_seen_here = n_gets_seen() - n_before, n_there = get_over_there(n);
    int n_seen_there = n_gets_seen() - n_before - n_seen_here;

    printf("here: %d items by %d gets, %d gets seen\n", n_here, n, n_seen_here);
    printf("there: %d items by %d gets, %d gets seen\n", n_there, n + 1,
           n_seen_there);
    return n_seen_here != n || n_seen_there != n + 1;
}

int
main(void)
{
    unsigned char drawn = 0;

    verdict_begin();
    int n_wrong = see(3);
    if (getrandom(&drawn, 1, 0) == 1)
        n_wrong += see(4 + drawn % 8);
    return verdict_end(n_wrong ? 1 : 0);
}
