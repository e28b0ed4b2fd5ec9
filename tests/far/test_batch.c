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

static void
known(struct server *s, struct far_options *o)
{
    struct far_entry entries[] = {{"2", "", -1},
                                  {"1", "", -1},
                                  {"3", "", -1},
                                  {"2", "", -1}};
    int again = far_lacks(s->url) & FAR_NO_KEYS ? 0 : EEXIST;
    struct far *q = opened(o);

    put_number(q, 1);
    check(far_put_n(q, entries, 4) == 0, "put fails");
    check(entries[0].error == 0 && entries[2].error == 0, "a new key: %d, %d",
          entries[0].error, entries[2].error);
    check(entries[1].error == again, "a known key: %d", entries[1].error);
    check(entries[3].error == again, "twice in a batch: %d", entries[3].error);
    check_length(q, again ? 3 : 5, 0, 0);
    far_close(q);
}

TEST(batch, each_entry_says_whether_its_key_was_known)
{
    on_each_engine(known);
}

static void
full(struct server *s, struct far_options *o)
{
    struct far_entry entries[] = {{"1", "", -1},
                                  {"2", "", -1},
                                  {"3", "", -1},
                                  {"4", "", -1}};

    (void)s;
    o->capacity = 2;
    struct far *q = opened(o);
    check(far_put_n(q, entries, 4) == 0, "put fails");
    for (int i = 0; i < 4; i++)
        check(entries[i].error == (i < 2 ? 0 : EAGAIN), "item %d of 2: %s",
              i + 1, strerror(entries[i].error));
    check_length(q, 2, 0, 0);
    far_close(q);
}

TEST(batch, what_finds_no_room_is_refused)
{
    on_each_engine(full);
}

static void
texts(struct server *s, struct far_options *o)
{
    static const char odd[] = "a \"b\" \\c {d},e NULL '; %s $1";
    struct far_entry entries[] = {{odd, odd, -1}, {"NULL", "", -1}};
    struct far_item items[2];
    struct far *q = opened(o);
    size_t n = 0, n_all = 0;

    (void)s;
    check(far_put_n(q, entries, 2) == 0, "put fails");
    while (far_get_n(q, items + n_all, 2 - n_all, &n, &never) == 0) {
        check(far_done_n(q, items + n_all, n) == 0, "done fails");
        if ((n_all += n) == 2)
            break;
    }
    check(n_all == 2, "%zu come", n_all);
    check(!strcmp(items[0].key, odd) && !strcmp(items[0].body, odd),
          "'%s': '%s'", items[0].key, items[0].body);
    check(!strcmp(items[1].key, "NULL") && !*items[1].body, "'%s': '%s'",
          items[1].key, items[1].body);
    far_close(q);
}

TEST(batch, any_text_comes_as_it_was_put)
{
    on_each_engine(texts);
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

static void
refuse(struct server *s, struct far_options *o)
{
    struct far_entry entries[] = {{"1", "", -1}, {"", "", -1}};
    struct far *q = opened(o);

    (void)s;
    check(far_put_n(q, entries, 2) == EINVAL, "it is taken");
    check_length(q, 0, 0, 0);
    far_close(q);
}

TEST(batch, a_bad_entry_is_refused_before_any_is_put)
{
    on_each_engine(refuse);
}
