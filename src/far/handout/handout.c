/* What the workers of a listener call: for an item, and to answer for it.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdlib.h>

#include "far/handout/listener.h"
#include "must.h"

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
        error = listener_start(h);
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
        listener_join(h);
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
