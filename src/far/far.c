/* What is the same over every engine: checks, naps, reconnecting, dead letters.
 * SPDX-License-Identifier: MIT
 */
#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "deadline.h"
#include "engine.h"
#include "far.h"

#define FIRST_NAP_NS (10 * NS_PER_MS)
#define LAST_NAP_NS  NS_PER_S

struct far {
    struct far_options options;
    const struct far_engine *engine;
    void *connection; /* NULL while there is none */
    struct far_looks looks;
};

static const struct far_engine *const engines[] = {
#ifdef HAVE_REDIS
    &far_redis,
#endif
#ifdef HAVE_POSTGRES
    &far_postgres,
#endif
    NULL,
};

static const struct far_engine *
find(const char *url)
{
    for (size_t i = 0; engines[i]; i++)
        if (!strncmp(url, engines[i]->scheme, strlen(engines[i]->scheme)))
            return engines[i];
    return NULL;
}

bool
far_knows(const char *url)
{
    return find(url) != NULL;
}

static bool
name_is_good(const char *name)
{
    size_t n = strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_");

    return islower((unsigned char)name[0]) && !name[n] && n < FAR_NAME;
}

static int
connect_again(struct far *q, int64_t until_ns, int64_t *nap_ns)
{
    if (q->connection)
        q->engine->close(q->connection);
    q->connection = NULL;
    for (;;) {
        int error = q->engine->open(&q->options, &q->connection);
        if (error != ENOTCONN || clock_now_ns() >= until_ns)
            return error;
        clock_nap(*nap_ns);
        *nap_ns = *nap_ns < LAST_NAP_NS / 2 ? 2 * *nap_ns : LAST_NAP_NS;
    }
}

/* Calls the expression until the connection holds or patience ends; n_tries
 * says how often it was called.
 */
#define PATIENTLY(q, error, n_tries, call)                                     \
    do {                                                                       \
        int64_t until_ns = clock_now_ns() + (q)->options.patience_ns;          \
        int64_t nap_ns = FIRST_NAP_NS;                                         \
        for ((n_tries) = 1;; (n_tries)++) {                                    \
            (error) = (q)->connection ? (call) : ENOTCONN;                     \
            if ((error) != ENOTCONN || clock_now_ns() >= until_ns)             \
                break;                                                         \
            if (((error) = connect_again(q, until_ns, &nap_ns)))               \
                break;                                                         \
        }                                                                      \
    } while (0)

int
far_open(struct far **opened, const struct far_options *options)
{
    const struct far_engine *engine = find(options->url);
    int64_t nap_ns = FIRST_NAP_NS;

    if (!engine)
        return EPROTONOSUPPORT;
    if (!name_is_good(options->name) || options->lease_ns < NS_PER_MS ||
        options->attempts < 1 ||
        (options->wait == FAR_NAP && options->nap_ns <= 0))
        return EINVAL;
    struct far *q = malloc(sizeof(*q));
    if (!q)
        return ENOMEM;
    *q = (struct far){.options = *options, .engine = engine};
    int error =
        connect_again(q, clock_now_ns() + options->patience_ns, &nap_ns);
    if (error)
        free(q);
    else
        *opened = q;
    return error;
}

int
far_put(struct far *q, const char *key, const char *body)
{
    unsigned n_tries;
    int error;

    if (!*key || strlen(key) >= FAR_KEY || strlen(body) >= FAR_BODY)
        return EINVAL;
    PATIENTLY(q, error, n_tries, q->engine->put(q->connection, key, body));
    return error == EEXIST && n_tries > 1 ? 0 : error;
}

/* One look.  An item that had its attempts is buried, and the next one got. */
static int
look(struct far *q, struct far_item *item, int64_t wait_ns)
{
    for (;;) {
        int error = wait_ns ? q->engine->wait(q->connection, item, wait_ns)
                            : q->engine->look(q->connection, item);
        if (error || item->attempts <= q->options.attempts)
            return error;
        error = q->engine->bury(q->connection, item);
        if (error)
            return error;
        wait_ns = 0;
    }
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

/* No wake-up is lost: the engine's wait returns also for what came after the
 * empty look before it.
 */
int
far_get(struct far *q, struct far_item *item, const struct timespec *deadline)
{
    unsigned n_tries;
    int64_t wait_ns = 0;
    int error;

    for (;;) {
        PATIENTLY(q, error, n_tries, look(q, item, 0));
        q->looks.looks += n_tries;
        if (error != EAGAIN)
            return error;
        q->looks.empty++;
        wait_ns = time_left(q, deadline);
        if (wait_ns == 0)
            return ETIMEDOUT;
        if (q->options.wait == FAR_NAP) {
            clock_nap(wait_ns);
            continue;
        }
        PATIENTLY(q, error, n_tries, look(q, item, wait_ns));
        if (error != EAGAIN)
            return error;
    }
}

int
far_done(struct far *q, const struct far_item *item)
{
    unsigned n_tries;
    int error;

    PATIENTLY(q, error, n_tries, q->engine->done(q->connection, item));
    return error;
}

int
far_fail(struct far *q, const struct far_item *item)
{
    unsigned n_tries;
    int error;
    bool last = item->attempts >= q->options.attempts;

    PATIENTLY(q, error, n_tries,
              (last ? q->engine->bury : q->engine->requeue)(q->connection,
                                                            item));
    return error;
}

int
far_length(struct far *q, struct far_length *length)
{
    unsigned n_tries;
    int error;

    PATIENTLY(q, error, n_tries, q->engine->length(q->connection, length));
    return error;
}

struct far_looks
far_looks(const struct far *q)
{
    return q->looks;
}

void
far_close(struct far *q)
{
    if (q->connection)
        q->engine->close(q->connection);
    free(q);
}
