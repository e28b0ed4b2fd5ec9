/* What every far queue does while all goes well.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "engines.h"
#include "must.h"

static const struct timespec never;

static void
drain(struct server *s, struct far_options *o)
{
    struct far *q = opened(o);
    struct far_item item;

    (void)s;
    for (int i = 1; i <= 3; i++)
        put_number(q, i);
    check_length(q, 3, 0, 0);
    for (int i = 1; i <= 3; i++) {
        check(far_get(q, &item, &never) == 0, "get %d finds nothing", i);
        check(atoi(item.key) == i, "get %d got %s", i, item.key);
        check(!strcmp(item.body, "a body"), "the body is '%s'", item.body);
        check(item.attempts == 1, "attempts are %u", item.attempts);
        check_length(q, (size_t)(3 - i), 1, 0);
        check(far_done(q, &item) == 0, "done %d fails", i);
    }
    check(far_done(q, &item) == 0, "done twice is an error");
    check_length(q, 0, 0, 0);
    check(far_get(q, &item, &never) == ETIMEDOUT, "an empty queue gave one");
    far_close(q);
}

TEST(far, get_gives_the_oldest_and_done_removes_it)
{
    on_each_engine(drain);
}

static void
put_twice(struct server *s, struct far_options *o)
{
    bool knows = !(far_lacks(s->url) & FAR_NO_KEYS);
    int again = knows ? EEXIST : 0;
    struct far *q = opened(o);
    struct far_item item;

    put_number(q, 1);
    check(far_put(q, "1", "") == again, "a waiting key is put twice");
    check(far_get(q, &item, &never) == 0, "get finds nothing");
    check(far_done(q, &item) == 0, "done fails");
    check(far_put(q, "1", "") == again, "a finished key is put twice");
    check_length(q, knows ? 0 : 2, 0, 0);
    far_close(q);
}

TEST(far, put_refuses_a_key_that_it_knows)
{
    on_each_engine(put_twice);
}

static void
fill(struct server *s, struct far_options *o)
{
    bool knows = !(far_lacks(s->url) & FAR_NO_KEYS);
    bool counts = !(far_lacks(s->url) & FAR_NO_COUNT);
    struct far_item item;

    o->capacity = 2;
    struct far *q = opened(o);
    put_number(q, 1);
    put_number(q, 2);
    check(far_put(q, "3", "") == EAGAIN, "a third of two is put");
    check(far_put(q, "1", "") == (knows ? EEXIST : EAGAIN),
          "a known key finds it full");
    check(far_get(q, &item, &never) == 0, "get finds nothing");
    check(!counts || far_put(q, "3", "") == EAGAIN, "in flight needs no room");
    check(far_done(q, &item) == 0, "done fails");
    put_number(q, 3);
    check_length(q, 2, 0, 0);
    far_close(q);
}

TEST(far, put_refuses_more_than_the_capacity)
{
    on_each_engine(fill);
}

static void
poison(struct server *s, struct far_options *o)
{
    struct far *q = opened(o);
    struct far_item item;

    (void)s;
    put_number(q, 1);
    for (unsigned i = 1; i <= o->attempts; i++) {
        check(far_get(q, &item, &never) == 0, "attempt %u finds nothing", i);
        check(item.attempts == i, "attempt %u says %u", i, item.attempts);
        check(far_fail(q, &item) == 0, "fail %u fails", i);
    }
    check_length(q, 0, 0, 1);
    check(far_get(q, &item, &never) == ETIMEDOUT, "a dead letter was got");
    far_close(q);
}

TEST(far, an_item_that_always_fails_becomes_a_dead_letter)
{
    on_each_engine(poison);
}

static void *
get_for_ever(void *q)
{
    struct far_item item;

    must(far_get(q, &item, NULL));
    must(far_done(q, &item));
    return NULL;
}

/* The lease, after which a woken waiter would look, is longer than the test. */
static void
wake(struct server *s, struct far_options *o)
{
    o->capacity = 30; /* so that a put with a limit wakes as well */
    struct far *consumer = opened(o), *producer = opened(o);
    struct far_looks n;
    pthread_t thread;

    (void)s;
    for (int i = 1; i <= 20; i++) {
        must(pthread_create(&thread, NULL, get_for_ever, consumer));
        put_number(producer, i);
        must(pthread_join(thread, NULL));
    }
    n = far_looks(consumer);
    check(o->wait == FAR_NAP || n.looks <= 40, "%d looks for 20 items",
          (int)n.looks);
    far_close(consumer);
    far_close(producer);
}

TEST(far, a_put_wakes_the_waiter)
{
    on_each_engine(wake);
}

TEST(far, bad_options_are_refused)
{
    struct far_options o = {.url = "ftp://x", .name = "q", .attempts = 1};
    struct far *q;

    check(far_open(&q, &o) == EPROTONOSUPPORT, "an unknown engine is opened");
    o.url = far_knows("unix:") ? "unix:/none" : "postgresql:///none";
    o.lease_ns = NS_PER_S;
    o.wait = FAR_WOKEN;
    o.name = "q; DROP TABLE doorbell_jobs";
    check(far_open(&q, &o) == EINVAL, "a bad name is taken");
    o.name = "q";
    o.attempts = 0;
    check(far_open(&q, &o) == EINVAL, "0 attempts are taken");
    o.attempts = 1;
    check(far_open(&q, &o) == ENOTCONN, "there is a server");
}
