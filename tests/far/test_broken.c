/* What every far queue does while something breaks.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <string.h>

#include "clock.h"
#include "engines.h"
#include "far/inside.h"

static const struct timespec never;

/* A worker that takes an item and is gone. */
static void
lose(const struct far_options *o)
{
    struct far *q = opened(o);
    struct far_item item;

    check(far_get(q, &item, &never) == 0, "get finds nothing");
    far_close(q);
}

static void
dead_worker(struct server *s, struct far_options *o)
{
    bool has_lease = !(far_lacks(s->url) & FAR_NO_LEASE);
    struct far_item item;
    struct far *q = opened(o);

    put_number(q, 1);
    lose(o);
    check_length(q, !has_lease, has_lease, 0);
    check(far_get(q, &item, &never) == (has_lease ? ETIMEDOUT : 0),
          "it came before its lease, or not after its connection");
    check(has_lease || item.attempts == 2, "attempt %u", item.attempts);
    far_close(q);
}

TEST(far, an_item_is_in_flight_for_its_lease_or_its_connection)
{
    on_each_engine(dead_worker);
}

/* Of the attempts a slow machine may miss one: its lease ends on the way here.  NATS
 * (2.9) may then hand the same message out as a new one, and count from 1 again.
 */
static void
ended_lease(struct server *s, struct far_options *o)
{
    bool may_begin_anew = strcmp(s->name, "nats") == 0;
    struct far_length n = {0};
    unsigned last = 0, most = 0;

    o->lease_ns = 100 * NS_PER_MS;
    struct far *q = opened(o);
    put_number(q, 1);
    while (n.dead == 0) {
        struct far_item item;
        struct timespec soon = clock_timespec(clock_now_ns() + 50 * NS_PER_MS);
        int error = far_get(q, &item, &soon);
        check(!error || error == ETIMEDOUT, "get: %s", strerror(error));
        if (!error && item.attempts == 1 && may_begin_anew)
            last = 0;
        check(error || (item.attempts > last && item.attempts <= o->attempts),
              "attempt %u after %u", item.attempts, last);
        last = error ? last : item.attempts;
        most = last > most ? last : most;
        check(far_length(q, &n) == 0, "no length");
    }
    check(most > 1, "it came %u times", most);
    check_length(q, 0, 0, 1);
    far_close(q);
}

TEST(far, an_item_whose_lease_ended_comes_again_and_is_buried_at_last)
{
    on_each_engine(ended_lease);
}

static void
crash(struct server *s, struct far_options *o)
{
    struct far *q = opened(o);
    struct far_item item;

    for (int i = 1; i <= 10; i++)
        put_number(q, i);
    check(far_get(q, &item, &never) == 0, "get finds nothing");
    server_record(s, o->name);
    server_kill(s);
    int error = server_run(s);
    check(!error, "the server does not come back: %s", strerror(error));
    bool is_kept = !(far_lacks(s->url) & FAR_NO_LEASE);
    error = far_done(q, &item);
    check(error == (is_kept ? 0 : ESTALE), "done after the crash: %s",
          strerror(error));
    check_length(q, is_kept ? 9 : 10, 0, 0);
    for (int i = is_kept ? 2 : 1; i <= 10; i++) {
        check(far_get(q, &item, &never) == 0, "item %d is lost", i);
        check(far_done(q, &item) == 0, "done %d fails", i);
    }
    far_close(q);
}

TEST(far, a_killed_server_loses_nothing_that_was_put)
{
    on_own_servers(crash);
}

static void
still(struct server *s, struct far_options *o)
{
    struct far_item item;

    o->patience_ns = 0;
    struct far *q = opened(o);
    put_number(q, 1);
    server_pause(s, true);
    int error = far_get(q, &item, &never);
    server_pause(s, false);
    check(error == ENOTCONN, "a server that stands still: %s", strerror(error));
    far_close(q);
}

TEST(far, a_server_that_stands_still_is_given_up)
{
    on_own_servers(still);
}

static void
cut(struct server *s, struct far_options *o)
{
    bool is_kept = !(far_lacks(s->url) & FAR_NO_LEASE);
    struct far *q = opened(o);
    struct far_item item;

    for (int i = 1; i <= 3; i++)
        put_number(q, i);
    check(far_get(q, &item, &never) == 0, "get finds nothing");
    q->engine->cut(q->connection);
    int error = far_done(q, &item);
    check(error == (is_kept ? 0 : ESTALE), "done after the cut: %s",
          strerror(error));
    check_length(q, is_kept ? 2 : 3, 0, 0);
    q->engine->cut(q->connection);
    struct far_item late = item;
    check(far_get(q, &item, &never) == 0, "get finds nothing after the cut");
    error = far_done(q, &late); /* not of the one that is in hand now */
    check(error == (is_kept ? 0 : ESTALE), "a late done: %s", strerror(error));
    check(far_done(q, &item) == 0, "done after the cut fails");
    check_length(q, is_kept ? 1 : 2, 0, 0);
    q->engine->cut(q->connection);
    put_number(q, 4);
    far_close(q);
}

TEST(far, a_cut_connection_is_opened_again)
{
    on_each_engine(cut);
}
