/* The program that the bench loads a far queue with, and its servers.
 * SPDX-License-Identifier: MIT
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "array_len.h"
#include "engines.h"
#include "spawn.h"

static double
value(const struct outcome *o, const char *key)
{
    char line[64];

    snprintf(line, sizeof(line), "\n%s\t", key);
    const char *found = strstr(o->out, line);
    return found ? strtod(found + strlen(line), NULL) : -1;
}

static void
load(struct server *s, struct far_options *o)
{
    static const char *const ways[] = {"1ms", "woken", "handout",
                                       "woken --limit 5ms"};
    static struct outcome got;
    struct far *q = opened(o);

    for (size_t i = 0; o->wait == FAR_NAP && i < ARRAY_LEN(ways); i++) {
        if (far_lacks(s->url) & FAR_NO_LEASE && !strcmp(ways[i], "handout"))
            continue;
        run_program(&got, "far",
                    "--url %s --items 30 --every 1ms --workers 3 --wait %s",
                    s->url, ways[i]);
        check(got.status == 0, "%s: %d: %s", ways[i], got.status, got.err);
        check(value(&got, "finished") == 30, "%s: not all", ways[i]);
        check(value(&got, "delay_p50_ns") >= value(&got, "late_p50_ns"),
              "%s: done before it was put", ways[i]);
        check(value(&got, "commands") >= 60, "%s: %g commands", ways[i],
              value(&got, "commands"));
    }
    far_close(q);
}

TEST(load, every_item_is_done_in_each_way_to_wait)
{
    on_each_engine(load);
}

static void
idle(struct server *s, struct far_options *o)
{
    static struct outcome got;

    if (o->wait == FAR_NAP)
        return;
    run_program(&got, "far",
                "--url %s --mode idle --for 200ms --workers 20 --wait woken",
                s->url);
    check(got.status == 0, "%d: %s", got.status, got.err);
    /* At most that with which each of them begins to wait. */
    check(value(&got, "commands") >= 0 && value(&got, "commands") <= 20,
          "%g commands while idle", value(&got, "commands"));
}

TEST(load, workers_that_wait_to_be_woken_ask_for_nothing)
{
    on_each_engine(idle);
}

/* A PING of Redis is 14 bytes, and its answer 7. */
static void
wire(struct server *s, struct far_options *o)
{
    static struct outcome got;

    if (o->wait == FAR_NAP)
        return;
    run_program(&got, "far", "--url %s --mode ping --items 10 --every 1us",
                s->url);
    check(got.status == 0, "%d: %s", got.status, got.err);
    double sent = value(&got, "sent_bytes"), back = value(&got, "got_bytes");
    check(sent > 0 && back > 0, "%g sent, %g got", sent, back);
    check(strcmp(s->name, "redis") != 0 || (sent == 140 && back == 70),
          "10 pings are %g bytes, and %g back", sent, back);
}

TEST(load, the_bytes_of_a_connection_are_counted_exactly)
{
    on_each_engine(wire);
}

static void
burst(struct server *s, struct far_options *o)
{
    bool one_in_hand = far_lacks(s->url) & FAR_ONE_IN_HAND;
    static struct outcome got;
    double trips[2];

    if (o->wait == FAR_NAP)
        return;
    for (int i = 0; i < 2; i++) {
        run_program(&got, "far", "--url %s --mode burst --items 33 --batch %d",
                    s->url, i ? 8 : 1);
        check(got.status == 0, "%d: %s", got.status, got.err);
        check(value(&got, "finished") == 33, "not all came");
        trips[i] = value(&got, "trips");
    }
    check(trips[0] >= 2 * 33, "%g round trips one by one", trips[0]);
    check(trips[1] <= (one_in_hand ? 5 + 33 : 3 * 5) + 1,
          "%g round trips in batches of 8", trips[1]);
}

TEST(load, a_burst_in_batches_takes_fewer_round_trips)
{
    on_each_engine(burst);
}

TEST(load, a_url_is_never_shown)
{
    static const char *const urls[] = {"redis://u:secret@127.0.0.1:1",
                                       "postgresql://u:secret@127.0.0.1:1/d",
                                       "nats://u:secret@127.0.0.1:1",
                                       "amqp://u:secret@127.0.0.1:1",
                                       "ftp://u:secret@h"};
    static struct outcome got;

    for (size_t i = 0; i < ARRAY_LEN(urls); i++) {
        run_program(&got, "far", "--url %s", urls[i]);
        check(got.status == 1 || got.status == 2, "%d", got.status);
        check(*got.err && !strstr(got.err, "secret"), "it says: %s", got.err);
    }
}

TEST(load, a_price_is_a_number_that_is_not_negative)
{
    static const char *const bad[] = {"x", "-1", "1e9", "nan", "0.1x", "''"};
    static struct outcome got;

    for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
        run_program(&got, "bench", "--cpu-hour %s --list", bad[i]);
        check(got.status == 2, "'%s' is taken: %d", bad[i], got.status);
    }
    run_program(&got, "bench", "--cpu-hour 0.04 --million-requests 1 --list");
    check(got.status == 0, "good prices: %s", got.err);
}
