/* Waiting in a far queue: for an item, for a server that is away, until a stop.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>

#include "clock.h"
#include "inside.h"
#include "must.h"

#define FIRST_NAP_NS (10 * NS_PER_MS)
#define LAST_NAP_NS  NS_PER_S

static int
connect_again(struct far *q, int64_t until_ns, int64_t *nap_ns)
{
    if (q->connection)
        q->engine->close(q->connection);
    q->connection = NULL;
    for (;;) {
        int error = q->engine->open(&q->options, &q->counts, &q->connection);
        if (error != ENOTCONN || clock_now_ns() >= until_ns)
            return error;
        clock_nap(*nap_ns);
        *nap_ns = *nap_ns < LAST_NAP_NS / 2 ? 2 * *nap_ns : LAST_NAP_NS;
    }
}

int
far_connect(struct far *q)
{
    int64_t nap_ns = FIRST_NAP_NS;

    return connect_again(q, clock_now_ns() + q->options.patience_ns, &nap_ns);
}

int
far_patiently(struct far *q, far_step *step, const struct what *what,
              unsigned *n_tries)
{
    int64_t until_ns = clock_now_ns() + q->options.patience_ns;
    int64_t nap_ns = FIRST_NAP_NS;
    unsigned uncounted = 0;

    n_tries = n_tries ? n_tries : &uncounted;
    for (*n_tries = 1;; (*n_tries)++) {
        int error = q->connection ? step(q, what) : ENOTCONN;
        if (error != ENOTCONN || clock_now_ns() >= until_ns)
            return error;
        error = connect_again(q, until_ns, &nap_ns);
        if (error)
            return error;
    }
}

int
far_nap(struct far *q, int64_t ns)
{
    struct timespec until = clock_timespec(clock_now_ns() + ns);
    int error = 0;

    must(pthread_mutex_lock(&q->lock));
    while (!q->stopped && error != ETIMEDOUT)
        error = pthread_cond_timedwait(&q->is_stopped, &q->lock, &until);
    error = q->stopped ? ECANCELED : 0;
    must(pthread_mutex_unlock(&q->lock));
    return error;
}

/* Whether it was stopped; from now on far_stop cuts the connection, or not. */
static bool
set_waits(struct far *q, bool waits)
{
    must(pthread_mutex_lock(&q->lock));
    q->waits_in_call = waits;
    bool stopped = q->stopped;
    must(pthread_mutex_unlock(&q->lock));
    return stopped;
}

/* No stop is lost: one that comes before set_waits is seen by it, a later one
 * cuts the connection, on which the engine waits.
 */
int
far_wait(struct far *q, struct far_item *item, int64_t ns)
{
    int error = ECANCELED;

    if (!set_waits(q, true))
        error = q->engine->wait(q->connection, item, ns);
    bool stopped = set_waits(q, false);
    return error && stopped ? ECANCELED : error;
}

void
far_stop(struct far *q)
{
    must(pthread_mutex_lock(&q->lock));
    q->stopped = true;
    if (q->waits_in_call)
        q->engine->cut(q->connection);
    must(pthread_cond_broadcast(&q->is_stopped));
    must(pthread_mutex_unlock(&q->lock));
}
