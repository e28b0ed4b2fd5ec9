/* Far: the same question when the queue is on another machine.
 * SPDX-License-Identifier: MIT
 *
 * Workers of one process over a server of the bench's own: each looks and naps,
 * or is woken by the server, or one listener hands out to all of them.  What
 * matters is the CPU of both sides.  The delay is from when an item was due until
 * it was done.  "here" is the pair, in this process.
 */
#include <stdio.h>
#include <string.h>

#include "array_len.h"
#include "bench/scenarios/far/far.h"
#include "bench/stats/summary.h"

#define URL "--url {server} "

/* A case: its parameters and way, and what the program is told. */
#define CASE(params, engine, way, arguments)                                   \
    {                                                                          \
        params ",engine=" engine, way, "far", URL arguments                    \
    }
#define NAPS(params, engine, arguments)                                        \
    CASE(params, engine, "nap-10ms", arguments " --wait 10ms"),                \
        CASE(params, engine, "nap-100ms", arguments " --wait 100ms")
#define LONG_OR_WOKEN(params, engine, arguments)                               \
    CASE(params, engine, "nap-1s", arguments " --wait 1s"),                    \
        CASE(params, engine, "woken", arguments " --wait woken")
#define WAYS(params, engine, arguments)                                        \
    NAPS(params, engine, arguments), LONG_OR_WOKEN(params, engine, arguments)

/* Idle: a nap is measured for as long as it lasts, at least for 200 ms. */
#define IDLE_CASE(workers, engine, way, wait, time)                            \
    CASE("rate=0,workers=" workers, engine, way,                               \
         "--mode idle --for " time " --wait " wait " --workers " workers)
#define IDLE(workers, engine)                                                  \
    IDLE_CASE(workers, engine, "nap-10ms", "10ms", "200ms"),                   \
        IDLE_CASE(workers, engine, "nap-1s", "1s", "1s"),                      \
        IDLE_CASE(workers, engine, "woken", "woken", "200ms")

#define TEN "--items 5 --every 100ms --workers "
#define HANDOUT(engine)                                                        \
    CASE("rate=10,workers=100", engine, "handout", TEN "100 --wait handout")

#define BURST(engine, batch)                                                   \
    CASE("items=64", engine, "batch-" batch,                                   \
         "--mode burst --items 64 --batch " batch)

/* One item a second, and ten workers: there is time for them with --full alone. */
#define ONE "--items 3 --every 1s"
#define MORE(engine)                                                           \
    CASE("rate=1,workers=1", engine, "nap-10ms", ONE " --wait 10ms"),          \
        LONG_OR_WOKEN("rate=1,workers=1", engine, ONE), IDLE("10", engine)

/* What is run over every engine. */
#define ENGINE(engine)                                                         \
    WAYS("rate=10,workers=1", engine, TEN "1"),                                \
        LONG_OR_WOKEN("rate=10,workers=100", engine, TEN "100"),               \
        WAYS("rate=1000,workers=4", engine,                                    \
             "--items 400 --every 1ms --workers 4"),                           \
        IDLE("1", engine), IDLE("100", engine), MORE(engine),                  \
        CASE("calls=20", engine, "ping",                                       \
             "--mode ping --items 20 --every 100ms"),                          \
        CASE("calls=20", engine, "put",                                        \
             "--mode put --items 20 --every 100ms"),                           \
        BURST(engine, "1"), BURST(engine, "16")

#define HERE " --depth 1 --delays --main-nap 100ms --nap 10ms"

static const struct bench_case own[] = {
    ENGINE("redis"),
    HANDOUT("redis"),
    ENGINE("postgres"),
    HANDOUT("postgres"),
    ENGINE("nats"),
    HANDOUT("nats"),
    ENGINE("rabbitmq"), /* only the connection that got an item may answer */
    {"rate=10,workers=1,engine=here", "nap-10ms", "polling",
     "--items 5 --every 100ms" HERE},
    {"rate=10,workers=1,engine=here", "woken", "blocking",
     "--items 5 --every 100ms" HERE},
    {"rate=1000,workers=4,engine=here", "nap-10ms", "polling",
     "--items 400 --every 1ms --workers 4" HERE},
    {"rate=1000,workers=4,engine=here", "woken", "blocking",
     "--items 400 --every 1ms --workers 4" HERE},
};

const struct far_kind far_kinds[FAR_MAX + 1] = {
    {"redis", "Redis", "written to disk"},
    {"postgres", "PostgreSQL", "written to disk"},
    {"nats", "NATS", "not yet on disk"},
    {"rabbitmq", "RabbitMQ", "written to disk"},
    {0}};

static bool
has(const char *text, const char *part)
{
    return strstr(text, part) != NULL;
}

/* The break-even is among 1 and 100 workers that nap 1 s or are woken, at 10 items a
 * second: these run in each round.  Of six rounds the others run in two or one.
 */
static struct pace
pace(const struct bench_case *test)
{
    const char *p = test->params, *way = test->contender;
    unsigned ms = has(p, "workers=100") ? 800 : 120;
    unsigned nap_ms = has(way, "nap-1s") ? 500 : 0;

    if (has(p, "rate=1,"))
        return (struct pace){3600, 0};
    if (has(p, "workers=10,"))
        return (struct pace){400 + nap_ms, 0};
    if (has(p, "calls"))
        return (struct pace){450, 3};
    if (has(p, "items=64"))
        return (struct pace){has(way, "batch-16") ? 200 : 700, 6};
    if (has(p, "rate=1000"))
        return (struct pace){ms + 600, 6};
    if (has(p, "rate=0"))
        return (struct pace){ms + 200 + nap_ms, 6};
    return (struct pace){ms + 600 + nap_ms / 2, has(way, "handout") ? 3
                                                : has(way, "0ms")   ? 6
                                                : has(p, "here")    ? 3
                                                                    : 1};
}

const struct bench_case *
far_find(const struct scenario *far, const char *params, const char *engine,
         const char *way)
{
    char with_engine[64];

    snprintf(with_engine, sizeof(with_engine), "%s,engine=%s", params, engine);
    return summary_find(far, with_engine, way);
}

static void
print(const struct bench *bench, const struct scenario *far)
{
    far_table(bench, far);
    far_words(bench, far);
}

const struct scenario scenario_far = {
    .name = "far",
    .question = "And when the queue is on another machine?",
    .how = HOW_RUN,
    .baseline = "woken",
    .is_extra = true,
    .decides = true,
    .n_cases = ARRAY_LEN(own),
    .cases = own,
    .why_not = far_servers_why_not,
    .begin = far_servers_begin,
    .server = far_servers_of,
    .end = far_servers_end,
    .pace = pace,
    .budget_s = 160,
    .print = print,
};
