/* What every far queue does with many items at once.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "engines.h"
#include "must.h"

enum { MANY = FAR_BATCH + 6 };

static const struct timespec never;

static bool
has_batches(const struct server *s)
{
    return !(far_lacks(s->url) & FAR_ONE_IN_HAND);
}

/* Puts the items first to first + n - 1, each with its number as its body. */
static void
put_numbers(struct far *q, int first, size_t n)
{
    static char texts[MANY][FAR_KEY];
    static struct far_entry entries[MANY];

    for (size_t i = 0; i < n; i++) {
        snprintf(texts[i], FAR_KEY, "%d", first + (int)i);
        entries[i] = (struct far_entry){texts[i], texts[i], -1};
    }
    int error = far_put_n(q, entries, n);
    check(!error, "put of %zu: %s", n, strerror(error));
    for (size_t i = 0; i < n; i++)
        check(entries[i].error == 0, "item %zu: %s", i,
              strerror(entries[i].error));
}

/* Gets what is there, at most most at a time, and says that it is done; returns how
 * many came, which must be first, first + 1, ...
 */
static int
take_numbers(struct far *q, int first, size_t most)
{
    static struct far_item items[MANY];
    int next = first;
    size_t n;

    while (far_get_n(q, items, most, &n, &never) == 0) {
        check(n >= 1 && n <= most, "%zu of at most %zu", n, most);
        for (size_t i = 0; i < n; i++, next++) {
            check(atoi(items[i].key) == next, "%s instead of %d", items[i].key,
                  next);
            check(!strcmp(items[i].key, items[i].body), "'%s' is in '%s'",
                  items[i].body, items[i].key);
            check(items[i].attempts == 1, "attempt %u", items[i].attempts);
        }
        check(far_done_n(q, items, n) == 0, "done of %zu fails", n);
    }
    return next - first;
}

static void
many(struct server *s, struct far_options *o)
{
    static const size_t most[] = {1, 2, 7, MANY};
    struct far *q = opened(o);

    (void)s;
    for (int i = 0; i < 4; i++) {
        put_numbers(q, i * MANY, MANY);
        check_length(q, MANY, 0, 0);
        int n = take_numbers(q, i * MANY, most[i]);
        check(n == MANY, "%d of %d came, %zu at a time", n, MANY, most[i]);
        check_length(q, 0, 0, 0);
    }
    far_close(q);
}

TEST(batch, all_come_in_their_order_whatever_the_size)
{
    on_each_engine(many);
}

static void
trips(struct server *s, struct far_options *o)
{
    struct far *q = opened(o);
    static struct far_item items[FAR_BATCH];
    uint64_t before = far_looks(q).trips;
    size_t n;

    put_numbers(q, 0, FAR_BATCH);
    check(far_looks(q).trips - before == 1, "a batch is put in %d round trips",
          (int)(far_looks(q).trips - before));
    before = far_looks(q).trips;
    check(far_get_n(q, items, FAR_BATCH, &n, &never) == 0, "none comes");
    check(n == (has_batches(s) ? FAR_BATCH : 1), "%zu come", n);
    check(far_done_n(q, items, n) == 0, "done fails");
    before = far_looks(q).trips - before;
    /* Redis also looks for what others left, the first time. */
    check(before <= 3, "got and done in %d round trips", (int)before);
    far_drop(q);
    far_close(q);
}

TEST(batch, a_batch_is_one_round_trip)
{
    on_each_engine(trips);
}

static void *
get_all(void *argument)
{
    static struct far_item items[MANY];
    struct far *q = argument;
    size_t n, n_all = 0;

    while (n_all < MANY) {
        must(far_get_n(q, items, MANY, &n, NULL));
        must(far_done_n(q, items, n));
        n_all += n;
    }
    return NULL;
}

static void
wake(struct server *s, struct far_options *o)
{
    struct far *consumer = opened(o), *producer = opened(o);
    pthread_t thread;

    (void)s;
    must(pthread_create(&thread, NULL, get_all, consumer));
    while (far_looks(consumer).empty == 0)
        clock_nap(NS_PER_MS / 10);
    put_numbers(producer, 0, MANY);
    must(pthread_join(thread, NULL));
    check_length(producer, 0, 0, 0);
    far_close(consumer);
    far_close(producer);
}

TEST(batch, a_put_of_many_wakes_a_waiter_that_gets_them_all)
{
    on_each_engine(wake);
}

/* Each item was handed out once, as often as it may. */
static void
lose_all(struct server *s, struct far_options *o)
{
    static struct far_item items[3];
    struct far_length left = {0};
    size_t n, n_all = 0;

    (void)s;
    o->attempts = 1;
    o->lease_ns = 100 * NS_PER_MS;
    struct far *q = opened(o);
    put_numbers(q, 0, 3);
    while (n_all < 3 && far_get_n(q, items, 3, &n, &never) == 0)
        n_all += n;
    far_close(q);
    for (q = opened(o); left.dead < 3;) {
        struct timespec soon = clock_timespec(clock_now_ns() + 20 * NS_PER_MS);
        int error = far_get_n(q, items, 3, &n, &soon);
        check(error == ETIMEDOUT || (!error && items[0].attempts == 1),
              "get: %s, attempt %u", strerror(error), items[0].attempts);
        check(far_length(q, &left) == 0, "no length");
    }
    far_close(q);
}

TEST(batch, an_item_that_had_its_attempts_is_buried)
{
    on_each_engine(lose_all);
}
