/* What is the same over every engine: checks, puts, answers, dead letters.
 * SPDX-License-Identifier: MIT
 */
#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "clock.h"
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

/* Where it does not matter how often it was tried. */
static int
patiently(struct far *q, far_step *step, const struct what *what)
{
    unsigned n_tries;

    return far_patiently(q, step, what, &n_tries);
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

static int
done(struct far *q, const struct what *what)
{
    return q->engine->done(q->connection, what->item);
}

int
far_done(struct far *q, const struct far_item *item)
{
    struct what what = {.item = (struct far_item *)item};

    return patiently(q, done, &what);
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

    return patiently(q, fail, &what);
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

    return patiently(q, length_of, &what);
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
    return patiently(q, ping, NULL);
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
    return patiently(q, drop, NULL);
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
