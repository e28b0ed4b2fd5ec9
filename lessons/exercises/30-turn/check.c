/* Leaves a turn in each way that there is, and counts the task_done of each.
 * SPDX-License-Identifier: MIT
 *
 * Not to be changed.  loop.c has the loop.  In each way two items are in the queue and it is closed.
 */
#include <stdio.h>

#include "blocking/closing.h"
#include "blocking/queue.h"
#include "blocking/tasks.h"
#include "loop.h"
#include "must.h"
#include "verdict.h"

static const char *const names[] = {"the end",     "continue", "break",
                                    "return",      "goto",     "a break inside",
                                    "pthread_exit"};
struct queue q;
enum way way;
static int n_turns, n_too_early;

void
look(void)
{
    n_turns++;
    /* What is in the queue, and the one in hand: neither is done. */
    n_too_early += queue_unfinished(&q) <= queue_size(&q);
}

/* What is unfinished must be what was left in the queue. */
static int
left_well(void)
{
    pthread_t thread;
    int wanted = way == END || way == CONTINUE || way == INNER_BREAK ? 2 : 1;

    n_turns = n_too_early = 0;
    must(queue_init(&q, "q", 0));
    must(queue_put(&q, &n_turns));
    must(queue_put(&q, &n_turns));
    queue_close(&q);
    must(pthread_create(&thread, NULL, consume, NULL));
    must(pthread_join(thread, NULL));
    size_t size = queue_size(&q), unfinished = queue_unfinished(&q);
    if (n_turns == wanted && !n_too_early && size == unfinished)
        return 1;
    printf("left by %s: %d turns (%d are right), %d done before their end, "
           "%zu in the queue, %zu unfinished\n",
           names[way], n_turns, wanted, n_too_early, size, unfinished);
    return 0;
}

int
main(void)
{
    int n_wrong = 0;

    verdict_begin();
    for (way = END; way < N_WAYS; way++)
        n_wrong += !left_well();
    return verdict_end(n_wrong ? 1 : 0);
}
