/* What ends a wait, and what a connection says of itself.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <pthread.h>
#include <string.h>

#include "array_len.h"
#include "clock.h"
#include "engines.h"
#include "must.h"

static const struct timespec never;

struct getter {
    struct far *q;
    struct far_item item;
    int error;
};

static void *
get_for_ever(void *argument)
{
    struct getter *g = argument;

    g->error = far_get(g->q, &g->item, NULL);
    return NULL;
}

/* A stop may come before the get, or before or after it waits. */
static void
stop(struct server *s, struct far_options *o)
{
    pthread_t thread;

    (void)s;
    o->nap_ns = 3600 * NS_PER_S;
    for (unsigned i = 0; i < 20; i++) {
        struct getter g = {.q = opened(o)};
        must(pthread_create(&thread, NULL, get_for_ever, &g));
        while (i % 2 && far_looks(g.q).empty == 0)
            clock_nap(NS_PER_MS / 10);
        far_stop(g.q);
        must(pthread_join(thread, NULL));
        check(g.error == ECANCELED, "get %u: %s", i, strerror(g.error));
        far_close(g.q);
    }
}

TEST(far, stop_ends_a_get_that_waits_without_a_limit)
{
    on_each_engine(stop);
}

static void
stop_with_item(struct server *s, struct far_options *o)
{
    struct far *q = opened(o);
    struct far_item item;

    (void)s;
    put_number(q, 1);
    check(far_get(q, &item, &never) == 0, "get finds nothing");
    far_stop(q);
    check(far_done(q, &item) == 0, "done fails after a stop");
    check_length(q, 0, 0, 0);
    far_close(q);
}

TEST(far, what_is_in_hand_can_be_done_after_a_stop)
{
    on_each_engine(stop_with_item);
}

/* A join that finds an item in flight ends with it, and not before. */
static void
join(struct server *s, struct far_options *o)
{
    bool counts = !(far_lacks(s->url) & FAR_NO_COUNT);
    struct far *q = opened(o), *other = opened(o);
    struct far_item item;

    check(far_join(q, NULL) == (counts ? 0 : ENOTSUP), "an empty queue");
    put_number(q, 1);
    check(far_join(q, &never) == (counts ? ETIMEDOUT : ENOTSUP), "one ready");
    check(far_get(q, &item, &never) == 0, "get finds nothing");
    struct timespec soon = clock_timespec(clock_now_ns() + 20 * NS_PER_MS);
    check(far_join(other, &soon) == (counts ? ETIMEDOUT : ENOTSUP),
          "one in flight");
    check(far_done(q, &item) == 0, "done fails");
    check(far_join(other, NULL) == (counts ? 0 : ENOTSUP), "it is done");
    put_number(q, 2);
    far_stop(q);
    check(far_join(q, NULL) == (counts ? ECANCELED : ENOTSUP), "stopped");
    far_close(q);
    far_close(other);
}

TEST(far, join_waits_until_nothing_is_ready_or_in_flight)
{
    on_each_engine(join);
}

static void
ping(struct server *s, struct far_options *o)
{
    struct far *q = opened(o);
    uint64_t before = far_looks(q).asked;

    (void)s;
    for (int i = 0; i < 3; i++)
        check(far_ping(q) == 0, "ping %d fails", i);
    check(far_looks(q).asked - before == 3, "3 pings are %d commands",
          (int)(far_looks(q).asked - before));
    far_close(q);
}

TEST(far, a_ping_is_one_command)
{
    on_each_engine(ping);
}

static void
drop(struct server *s, struct far_options *o)
{
    struct far *q = opened(o), *other;

    (void)s;
    put_number(q, 1);
    check(far_drop(q) == 0, "drop fails");
    far_close(q);
    other = opened(o);
    check_length(other, 0, 0, 0);
    put_number(other, 1); /* its key is forgotten too */
    check(far_drop(other) == 0, "the second drop fails");
    far_close(other);
}

TEST(far, a_dropped_queue_is_forgotten_with_its_keys)
{
    on_each_engine(drop);
}

TEST(far, a_url_is_a_host_with_a_port_and_perhaps_a_password)
{
    static const char *const bad[] = {"redis://",    "redis://:1",
                                      "redis://h:0", "redis://h:70000",
                                      "redis://h:x", "nats://h:x",
                                      "amqp://h:x"};
    static const char *const away[] = {"redis://user:secret@127.0.0.1:1",
                                       "nats://user:secret@127.0.0.1:1",
                                       "amqp://user:secret@127.0.0.1:1"};
    struct far_options o = {.name = "q",
                            .wait = FAR_WOKEN,
                            .lease_ns = NS_PER_S,
                            .attempts = 1};
    struct far *q;

    for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
        o.url = bad[i];
        check(!far_knows(bad[i]) || far_open(&q, &o) == EINVAL, "'%s' is taken",
              bad[i]);
    }
    for (size_t i = 0; i < ARRAY_LEN(away); i++) {
        o.url = away[i];
        check(!far_knows(away[i]) || far_open(&q, &o) == ENOTCONN,
              "'%s' is there", away[i]);
    }
}
