/* One listener for all workers of a process: it gets the items and hands them out.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <pthread.h>
#include <stdlib.h>

#include "far/handout.h"
#include "must.h"
#include "thread.h"

struct handout {
    struct far *listens; /* the listener's own connection */
    pthread_t listener;
    bool listens_now; /* there is a listener to join */

    pthread_mutex_t lock;        /* guards all of these: */
    pthread_cond_t worker_waits; /* the listener waits for it */
    pthread_cond_t item_is_here; /* or the end: the workers wait for it */
    unsigned n_waiting;
    bool has_item;
    struct far_item item;
    int ended; /* why there will be no more; 0: there may be */

    pthread_mutex_t answering; /* guards answers, also while it is used */
    struct far *answers;
};

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
handout_open(struct handout **opened, const struct far_options *options)
{
    struct handout *h;

    if (far_lacks(options->url) & FAR_NO_LEASE)
        return ENOTSUP;
    h = calloc(1, sizeof(*h));
    if (!h)
        return ENOMEM;
    must(pthread_mutex_init(&h->lock, NULL));
    must(pthread_mutex_init(&h->answering, NULL));
    must(pthread_cond_init(&h->worker_waits, NULL));
    must(pthread_cond_init(&h->item_is_here, NULL));
    int error = far_open(&h->listens, options);
    struct far_options no_doorbell = *options; /* it never waits for items */
    no_doorbell.wait = FAR_NAP;
    no_doorbell.nap_ns = options->lease_ns;
    if (!error)
        error = far_open(&h->answers, &no_doorbell);
    if (!error)
        error =
            thread_start(&h->listener, "listener", 0, listen_and_hand_out, h);
    h->listens_now = !error;
    if (error)
        handout_close(h);
    else
        *opened = h;
    return error;
}

/* No wake-up is lost: the item is stored, and looked for, under the lock. */
int
handout_get(struct handout *h, struct far_item *item)
{
    must(pthread_mutex_lock(&h->lock));
    h->n_waiting++;
    must(pthread_cond_signal(&h->worker_waits));
    while (!h->has_item && !h->ended)
        must(pthread_cond_wait(&h->item_is_here, &h->lock));
    h->n_waiting--;
    int error = h->has_item ? 0 : h->ended;
    if (!error) {
        *item = h->item;
        h->has_item = false;
        must(pthread_cond_signal(&h->worker_waits));
    }
    must(pthread_mutex_unlock(&h->lock));
    return error;
}

static int
answer(struct handout *h, const struct far_item *item,
       int (*with)(struct far *, const struct far_item *))
{
    must(pthread_mutex_lock(&h->answering));
    int error = with (h->answers, item);
    must(pthread_mutex_unlock(&h->answering));
    return error;
}

int
handout_done(struct handout *h, const struct far_item *item)
{
    return answer(h, item, far_done);
}

int
handout_fail(struct handout *h, const struct far_item *item)
{
    return answer(h, item, far_fail);
}

void
handout_stop(struct handout *h)
{
    must(pthread_mutex_lock(&h->lock));
    h->ended = h->ended ? h->ended : ECANCELED;
    must(pthread_cond_signal(&h->worker_waits));
    must(pthread_cond_broadcast(&h->item_is_here));
    must(pthread_mutex_unlock(&h->lock));
    far_stop(h->listens);
}

struct far_looks
handout_looks(const struct handout *h)
{
    struct far_looks a = far_looks(h->listens), b = far_looks(h->answers);

    return (struct far_looks){a.looks + b.looks, a.empty + b.empty,
                              a.asked + b.asked, a.trips + b.trips};
}

void
handout_close(struct handout *h)
{
    if (h->listens_now) {
        handout_stop(h);
        must(pthread_join(h->listener, NULL));
    }
    if (h->listens)
        far_close(h->listens);
    if (h->answers)
        far_close(h->answers);
    must(pthread_cond_destroy(&h->item_is_here));
    must(pthread_cond_destroy(&h->worker_waits));
    must(pthread_mutex_destroy(&h->answering));
    must(pthread_mutex_destroy(&h->lock));
    free(h);
}
