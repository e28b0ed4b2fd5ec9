/* The listener: it gets an item while a worker waits for one, and hands it out.
 * SPDX-License-Identifier: MIT
 */
#include "far/handout/listener.h"
#include "must.h"
#include "thread.h"

/* Whether a worker waits that gets none of what is here. */
static bool
wait_for_a_worker(struct handout *h)
{
    must(pthread_mutex_lock(&h->lock));
    while (!h->ended && (h->has_item || h->n_waiting == 0))
        must(pthread_cond_wait(&h->worker_waits, &h->lock));
    bool goes_on = !h->ended;
    must(pthread_mutex_unlock(&h->lock));
    return goes_on;
}

/* One item wakes one worker; the end wakes all. */
static void
hand_out(struct handout *h, const struct far_item *item, int error)
{
    must(pthread_mutex_lock(&h->lock));
    if (error) {
        h->ended = h->ended ? h->ended : error;
        must(pthread_cond_broadcast(&h->item_is_here));
    } else {
        h->item = *item;
        h->has_item = true;
        must(pthread_cond_signal(&h->item_is_here));
    }
    must(pthread_mutex_unlock(&h->lock));
}

static void *
listen_and_hand_out(void *argument)
{
    struct handout *h = argument;
    struct far_item item;

    while (wait_for_a_worker(h)) {
        int error = far_get(h->listens, &item, NULL);
        hand_out(h, &item, error);
    }
    return NULL;
}

int
listener_start(struct handout *h)
{
    int error =
        thread_start(&h->listener, "listener", 0, listen_and_hand_out, h);

    h->listens_now = !error;
    return error;
}

void
listener_join(struct handout *h)
{
    must(pthread_join(h->listener, NULL));
}
