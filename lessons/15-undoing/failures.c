/* What is left behind by sends that fail: unguarded, and guarded.
 * SPDX-License-Identifier: MIT
 *
 * Each makes an item and puts it into a queue, with a lock held.  Of three
 * calls one goes well, one finds no memory, one finds the queue closed.
 */
#include <errno.h>
#include <stdio.h>

#include "blocking/closing.h"
#include "blocking/queue.h"
#include "must.h"
#include "with/with.h"

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char memory;
static int n_calls, n_dropped;

static char *
make_item(void)
{
    return n_calls++ % 3 == 1 ? NULL : &memory;
}

static void
drop(const char *item)
{
    n_dropped += item == &memory;
}

GUARD(char *, drop)

static int
send_unguarded(struct queue *q)
{
    must(pthread_mutex_lock(&lock));
    char *item = make_item();
    if (!item)
        return ENOMEM;
    if (queue_put(q, item))
        return EPIPE;
    must(pthread_mutex_unlock(&lock));
    return 0;
}

static int
send_guarded(struct queue *q)
{
    hold_lock(&lock);
    guarded(drop_guarded) char *item = make_item();
    if (!item)
        return ENOMEM;
    int error = queue_put(q, item);
    if (!error)
        (void)steal(item); /* it is the queue's now */
    return error;
}

int
main(void)
{
    struct queue queues[3]; /* the third one is closed */
    int n_held = 0, n_put = 0;

    for (int i = 0; i < 3; i++)
        must(queue_init(&queues[i], "q", 0));
    queue_close(&queues[2]);
    for (int i = 0; i < 1800; i++) {
        n_put += !(i < 900 ? send_unguarded : send_guarded)(&queues[i % 3]);
        n_held += pthread_mutex_trylock(&lock) == EBUSY;
        must(pthread_mutex_unlock(&lock)); /* ours, or the one left held */
        if (i % 900 == 899) {
            printf("%-9s %3d locks held, %3d items lost\n",
                   i < 900 ? "unguarded" : "guarded", n_held,
                   600 - n_put - n_dropped);
            n_held = n_put = n_dropped = 0;
        }
    }
    return 0;
}
