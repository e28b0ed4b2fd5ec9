/* The hook that hooks itself: a decorator calls what it decorates.
 * SPDX-License-Identifier: MIT
 *
 * `put` is a name that can be bound anew.  The wrapper writes a line for each
 * put into a log, and the log is a queue: to write into it is to put.  With
 * --plain the wrapper writes by the function that it wraps, not by the name.
 */
#include <stdio.h>
#include <string.h>

#include "blocking/queue.h"
#include "must.h"

enum { DEEP_ENOUGH = 1000 };

static struct queue work, lines;
static int (*put)(struct queue *q, void *item) = queue_put;
static int (*wrapped)(struct queue *q, void *item);
static int depth, deepest, by_name = 1;

static int
logged_put(struct queue *q, void *item)
{
    if (++depth > deepest)
        deepest = depth;
    if (depth < DEEP_ENOUGH) /* else the stack would end it */
        must((by_name ? put : wrapped)(&lines, "a put"));
    depth--;
    return wrapped(q, item);
}

int
main(int argc, char **argv)
{
    by_name = argc < 2 || strcmp(argv[1], "--plain") != 0;
    must(queue_init(&work, "work", 0));
    must(queue_init(&lines, "lines", 0));
    wrapped = put;
    put = logged_put;
    must(put(&work, &work));
    printf("1 put: %zu in work, %zu lines, %d deep\n", queue_size(&work),
           queue_size(&lines), deepest);
    return 0;
}
