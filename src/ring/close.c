/* No more will come.
 * SPDX-License-Identifier: MIT
 */
#include <stdlib.h>

#include "ring/inside.h"

/* For the holder of the tail, so that the queue outlives the wake-up. */
static void
set_closed(struct ring *r)
{
    atomic_fetch_or(&r->tail.position, END_CLOSED);
    doorbell_ring_all(&r->not_empty);
    doorbell_ring_all(&r->not_full);
}

void
ring_close(struct ring *r)
{
    end_lock(&r->tail);
    set_closed(r);
    end_unlock(&r->tail);
}

bool
ring_closed(struct ring *r)
{
    bool closed;

    ring_n_put(r, &closed);
    return closed;
}

/* What is to be dropped: n items from a place in the chain on, which the head is
 * through with.
 */
struct dropped {
    struct segment *segment;
    size_t at, n;
};

/* Where the chain goes on behind them. */
static void
skip(struct end *head, const struct dropped *dropped)
{
    head->segment = dropped->segment;
    head->at = dropped->at + dropped->n;
    for (; head->at > SEGMENT_ITEMS; head->at -= SEGMENT_ITEMS)
        head->segment = head->segment->next;
    head->known = end_own_position(head) / END_ITEM + dropped->n;
    end_publish(head, dropped->n);
}

/* All at once.  The queue is closed, so no thread reads the chain after this. */
static struct dropped
take_all(struct ring *r)
{
    struct dropped dropped = {NULL, 0, 0};
    bool closed;

    end_lock(&r->head);
    dropped.n = ring_n_put(r, &closed) - ring_n_got(r);
    if (dropped.n) {
        dropped.segment = r->head.segment ? r->head.segment : r->first;
        dropped.at = r->head.segment ? r->head.at : 0;
        skip(&r->head, &dropped);
    }
    end_unlock(&r->head);
    return dropped;
}

/* The last segment stays in the chain: a put that came too late may be writing
 * into it.
 */
static void *
next_of(struct dropped *dropped)
{
    if (dropped->at == SEGMENT_ITEMS) {
        struct segment *old = dropped->segment;
        dropped->segment = old->next;
        dropped->at = 0;
        free(old);
    }
    return dropped->segment->items[dropped->at++];
}

/* The tail is held until all is taken: a thread that learns of the close may
 * destroy the queue when nothing was left to drop.
 */
void
ring_close_drop(struct ring *r, void (*drop)(void *context, void *item),
                void *context)
{
    end_lock(&r->tail);
    set_closed(r);
    struct dropped dropped = take_all(r);
    end_unlock(&r->tail);
    for (size_t i = 0; i < dropped.n; i++) {
        void *item = next_of(&dropped);
        if (drop)
            drop(context, item);
    }
    if (dropped
            .n) /* else it is through with the queue, which may be gone by now */
        tasks_count_done(r, dropped.n);
}
