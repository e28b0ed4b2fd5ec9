/* What is the same over every engine: checks, looks, naps, dead letters.
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

static const struct far_engine *const engines[] = {
#ifdef HAVE_REDIS
    &far_redis,
#endif
#ifdef HAVE_POSTGRES
    &far_postgres,
#endif
#ifdef HAVE_NATS
    &far_nats,
#endif
#ifdef HAVE_RABBITMQ
    &far_rabbitmq,
#endif
    NULL,
};

static bool
begins(const char *url, const char *scheme)
{
    return scheme && !strncmp(url, scheme, strlen(scheme));
}

static const struct far_engine *
find(const char *url)
{
    for (size_t i = 0; engines[i]; i++)
        if (begins(url, engines[i]->scheme) || begins(url, engines[i]->also))
            return engines[i];
    return NULL;
}

bool
far_knows(const char *url)
{
    return find(url) != NULL;
}

unsigned
far_lacks(const char *url)
{
    const struct far_engine *engine = find(url);

    return engine ? engine->lacks : 0;
}

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
    const struct far_engine *engine = find(options->url);

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
put(struct far *q, const struct what *what)
{
    return q->engine->put(q->connection, what->key, what->body);
}

int
far_put(struct far *q, const char *key, const char *body)
{
    struct what what = {.key = key, .body = body};
    unsigned n_tries;

    if (!*key || strlen(key) >= FAR_KEY || strlen(body) >= FAR_BODY)
        return EINVAL;
    int error = far_patiently(q, put, &what, &n_tries);
    return error == EEXIST && n_tries > 1 ? 0 : error;
}

/* One look, after a wait if there is time for one.  An item that had its attempts
 * is buried, and the next one got.
 */
static int
look(struct far *q, const struct what *what)
{
    int error = what->ns ? far_wait(q, what->item, what->ns)
                         : q->engine->look(q->connection, what->item);

    while (!error && what->item->attempts > q->options.attempts) {
        error = q->engine->bury(q->connection, what->item);
        if (!error)
            error = q->engine->look(q->connection, what->item);
    }
    return error;
}

/* How long to wait now; 0 once the deadline is over. */
static int64_t
time_left(const struct far *q, const struct timespec *deadline)
{
    int64_t now_ns = clock_now_ns();
    int64_t most_ns =
        q->options.wait == FAR_NAP ? q->options.nap_ns : q->options.lease_ns;

    if (deadline_is_never(deadline))
        return 0;
    int64_t left_ns = deadline_or_in(deadline, now_ns, most_ns) - now_ns;
    return left_ns > 0 ? left_ns : 0;
}

static int
look_now(struct far *q, struct far_item *item)
{
    struct what what = {.item = item};
    unsigned n_tries;
    int error = far_patiently(q, look, &what, &n_tries);

    atomic_fetch_add(&q->n_looks, n_tries);
    atomic_fetch_add(&q->n_empty, error == EAGAIN);
    return error;
}

/* EAGAIN when it is time to look again. */
static int
wait_for_more(struct far *q, struct far_item *item, int64_t ns)
{
    struct what what = {.item = item, .ns = ns};
    unsigned n_tries;

    int error = q->options.wait == FAR_WOKEN
                    ? far_patiently(q, look, &what, &n_tries)
                    : far_nap(q, ns);
    if (q->options.wait == FAR_NAP)
        return error ? error : EAGAIN;
    atomic_fetch_add(&q->n_looks, !error); /* the engine has looked as well */
    return error;
}

/* No wake-up is lost: the engine's wait returns also for what came after the
 * empty look before it.
 */
int
far_get(struct far *q, struct far_item *item, const struct timespec *deadline)
{
    for (;;) {
        int error = look_now(q, item);
        if (error != EAGAIN)
            return error;
        int64_t wait_ns = time_left(q, deadline);
        if (wait_ns == 0)
            return ETIMEDOUT;
        error = wait_for_more(q, item, wait_ns);
        if (error != EAGAIN)
            return error;
    }
}

static int
done(struct far *q, const struct what *what)
{
    return q->engine->done(q->connection, what->item);
}

int
far_done(struct far *q, const struct far_item *item)
{
    struct what what = {.item = (struct far_item *)item};
    unsigned n_tries;

    return far_patiently(q, done, &what, &n_tries);
}

static int
fail(struct far *q, const struct what *what)
{
    bool last = what->item->attempts >= q->options.attempts;

    return (last ? q->engine->bury : q->engine->requeue)(q->connection,
                                                         what->item);
}

int
far_fail(struct far *q, const struct far_item *item)
{
    struct what what = {.item = (struct far_item *)item};
    unsigned n_tries;

    return far_patiently(q, fail, &what, &n_tries);
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
    unsigned n_tries;

    return far_patiently(q, length_of, &what, &n_tries);
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
    unsigned n_tries;

    return far_patiently(q, ping, NULL, &n_tries);
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
    unsigned n_tries;

    return far_patiently(q, drop, NULL, &n_tries);
}

struct far_looks
far_looks(const struct far *q)
{
    return (struct far_looks){q->n_looks, q->n_empty, q->n_asked};
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
