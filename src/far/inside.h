/* A far queue from inside: for the files of this folder.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_FAR_INSIDE_H
#define DOORBELL_FAR_INSIDE_H

#include <pthread.h>

#include "far/engines/engine.h"

struct far {
    struct far_options options;
    const struct far_engine *engine;
    void *connection; /* NULL while there is none */
    atomic_ullong n_looks, n_empty;
    struct far_counts counts;

    pthread_mutex_t lock;        /* guards all of these: */
    pthread_cond_t is_stopped;   /* for a nap that ends early */
    bool stopped, waits_in_call; /* a far_get is inside engine->wait */
};

/* What a step works on; each uses its part. */
struct what {
    const char *key, *body;
    struct far_entry *entries;
    struct far_item *item; /* the first of n, in a batch */
    size_t n, *n_got;
    struct far_length *length;
    int64_t ns;
};

/* One call of the engine: 0 or an error number. */
typedef int far_step(struct far *q, const struct what *what);

/* Takes the step until the connection holds or patience ends, and opens the
 * connection again meanwhile; n_tries, or NULL, says how often it was taken.
 */
int far_patiently(struct far *q, far_step *step, const struct what *what,
                  unsigned *n_tries);

/* Opens the first connection, as patiently. */
int far_connect(struct far *q);

/* In get.c.  How long to wait now, 0 once the deadline is over; and waits so long:
 * 0 with an item, EAGAIN when it is time to look, or an error.
 */
int64_t far_time_left(const struct far *q, const struct timespec *deadline);
int far_wait_for_more(struct far *q, struct far_item *item, int64_t ns);

/* Both return ECANCELED after far_stop, also when it comes meanwhile; the first
 * else 0, the second what engine->wait does.
 */
int far_nap(struct far *q, int64_t ns);
int far_wait(struct far *q, struct far_item *item, int64_t ns);

#endif
