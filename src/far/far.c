/* A connection to a far queue: its options are checked, opened, asked, closed.
 * SPDX-License-Identifier: MIT
 */
#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "deadline.h"
#include "inside.h"
#include "must.h"

#define JOIN_NAP_NS (10 * NS_PER_MS)

static bool
name_is_good(const char *name)
{
    size_t n = strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_");

    return islower((unsigned char)name[0]) && !name[n] && n < FAR_NAME;
}

static void
start(struct far *q)
{
    pthread_condattr_t monotonic;

    must(pthread_mutex_init(&q->lock, NULL));
    must(pthread_condattr_init(&monotonic));
    must(pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC));
    must(pthread_cond_init(&q->is_stopped, &monotonic));
    must(pthread_condattr_destroy(&monotonic));
}

int
far_open(struct far **opened, const struct far_options *options)
{
    const struct far_engine *engine = far_engine_of(options->url);

    if (!engine)
        return EPROTONOSUPPORT;
    if (!name_is_good(options->name) || options->lease_ns < NS_PER_MS ||
        options->attempts < 1 ||
        (options->wait == FAR_NAP && options->nap_ns <= 0))
        return EINVAL;
    struct far *q = calloc(1, sizeof(*q));
    if (!q)
        return ENOMEM;
    q->options = *options;
    q->engine = engine;
    start(q);
    int error = far_connect(q);
    if (error)
        far_close(q);
    else
        *opened = q;
    return error;
}

static int
length_of(struct far *q, const struct what *what)
{
    return q->engine->length(q->connection, what->length);
}

int
far_length(struct far *q, struct far_length *length)
{
    struct what what = {.length = length};

    return far_patiently(q, length_of, &what, NULL);
}

static bool
is_empty(const struct far_length *n)
{
    return n->ready + n->in_flight == 0;
}

int
far_join(struct far *q, const struct timespec *deadline)
{
    int64_t nap_ns =
        q->options.wait == FAR_NAP ? q->options.nap_ns : JOIN_NAP_NS;
    struct far_length n = {0};
    int error = q->engine->lacks & FAR_NO_COUNT ? ENOTSUP : far_length(q, &n);

    while (!error && !is_empty(&n)) {
        int64_t now_ns = clock_now_ns();
        int64_t left_ns = deadline_or_in(deadline, now_ns, nap_ns) - now_ns;
        error = left_ns > 0 && !deadline_is_never(deadline)
                    ? far_nap(q, left_ns)
                    : ETIMEDOUT;
        if (!error)
            error = far_length(q, &n);
    }
    return error;
}

static int
ping(struct far *q, const struct what *what)
{
    (void)what;
    return q->engine->ping(q->connection);
}

int
far_ping(struct far *q)
{
    return far_patiently(q, ping, NULL, NULL);
}

static int
drop(struct far *q, const struct what *what)
{
    (void)what;
    return q->engine->drop(q->connection);
}

int
far_drop(struct far *q)
{
    return far_patiently(q, drop, NULL, NULL);
}

struct far_looks
far_looks(const struct far *q)
{
    return (struct far_looks){q->n_looks, q->n_empty, q->counts.asked,
                              q->counts.trips};
}

void
far_close(struct far *q)
{
    if (q->connection)
        q->engine->close(q->connection);
    must(pthread_cond_destroy(&q->is_stopped));
    must(pthread_mutex_destroy(&q->lock));
    free(q);
}
