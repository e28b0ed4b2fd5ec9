/* Many items in one round trip: put, got, done.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <string.h>

#include "inside.h"

static size_t
part(size_t n)
{
    return n < FAR_BATCH ? n : FAR_BATCH;
}

static bool
is_good(const struct far_entry *e)
{
    return *e->key && strlen(e->key) < FAR_KEY && strlen(e->body) < FAR_BODY;
}

static int
put_n(struct far *q, const struct what *what)
{
    return q->engine->put_n(q->connection, what->entries, what->n);
}

/* A key that is known after a try whose answer was lost was put by that try. */
static int
put_part(struct far *q, struct far_entry *entries, size_t n)
{
    struct what what = {.entries = entries, .n = n};
    unsigned n_tries;
    int error = far_patiently(q, put_n, &what, &n_tries);

    for (size_t i = 0; !error && n_tries > 1 && i < n; i++)
        if (entries[i].error == EEXIST)
            entries[i].error = 0;
    return error;
}

int
far_put_n(struct far *q, struct far_entry *entries, size_t n)
{
    int error = 0;

    for (size_t i = 0; i < n; i++)
        if (!is_good(&entries[i]))
            return EINVAL;
    for (size_t i = 0; !error && i < n; i += FAR_BATCH)
        error = put_part(q, entries + i, part(n - i));
    return error;
}

/* Buries those that had their attempts, and closes the gaps. */
static int
sift(struct far *q, struct far_item *items, size_t *n)
{
    size_t n_kept = 0;
    int error = 0;

    for (size_t i = 0; !error && i < *n; i++) {
        if (items[i].attempts > q->options.attempts)
            error = q->engine->bury(q->connection, &items[i]);
        else if (n_kept++ != i)
            items[n_kept - 1] = items[i];
    }
    *n = n_kept;
    return error;
}

static int
look_n(struct far *q, const struct what *what)
{
    int error = 0;

    for (*what->n_got = 0; !error && *what->n_got == 0;) {
        error =
            q->engine->look_n(q->connection, what->item, what->n, what->n_got);
        if (!error)
            error = sift(q, what->item, what->n_got);
    }
    return error;
}

/* One look for the batch: 0, EAGAIN or an error. */
static int
look_for(struct far *q, struct far_item *items, size_t most, size_t *n)
{
    struct what what = {.item = items, .n = part(most), .n_got = n};
    unsigned n_tries;
    int error = far_patiently(q, look_n, &what, &n_tries);

    atomic_fetch_add(&q->n_looks, n_tries);
    atomic_fetch_add(&q->n_empty, error == EAGAIN);
    return error;
}

/* The rest of a batch whose first item was waited for.  An error of this look is
 * the next call's: the first item must not be lost with it.
 */
static void
fill_up(struct far *q, struct far_item *items, size_t most, size_t *n)
{
    size_t more = 0;

    if (most > 1 && look_for(q, items + 1, most - 1, &more) == 0)
        *n += more;
}

/* As far_get, whose argument that no wake-up is lost holds here too. */
int
far_get_n(struct far *q, struct far_item *items, size_t most, size_t *n,
          const struct timespec *deadline)
{
    *n = 1;
    if (!q->engine->look_n)
        return far_get(q, items, deadline);
    for (;;) {
        int error = look_for(q, items, most, n);
        if (error != EAGAIN)
            return error;
        int64_t wait_ns = far_time_left(q, deadline);
        if (wait_ns == 0)
            return ETIMEDOUT;
        error = far_wait_for_more(q, items, wait_ns);
        *n = 1;
        if (!error)
            fill_up(q, items, most, n);
        if (error != EAGAIN)
            return error;
    }
}

static int
done_n(struct far *q, const struct what *what)
{
    return q->engine->done_n(q->connection, what->item, what->n);
}

int
far_done_n(struct far *q, const struct far_item *items, size_t n)
{
    int error = 0;

    for (size_t i = 0; !q->engine->done_n && !error && i < n; i++)
        error = far_done(q, &items[i]);
    for (size_t i = 0; q->engine->done_n && !error && i < n; i += FAR_BATCH) {
        struct what what = {.item = (struct far_item *)items + i,
                            .n = part(n - i)};
        error = far_patiently(q, done_n, &what, NULL);
    }
    return error;
}
