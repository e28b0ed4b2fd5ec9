/* What the three programs can be asked for.
 * SPDX-License-Identifier: MIT
 */
#include <argp.h>

#include "clock.h"
#include "deque.h"
#include "die.h"
#include "program/run/gate.h"
#include "options.h"
#include "parse.h"
#include "slide.h"
#include "values.h"

static const uint64_t ITEMS_MAX = 10000000;

const char *argp_program_version = PAGE " (doorbell) " VERSION;

static const struct argp_option table[] = {
    {"items", 'n', "N", 0, "How many items to put in (1000)", 1},
    {"stages", 's', "SET", 0,
     "noop (nothing is done, the default), work, image, or ./mine.so", 1},
    {"depth", OPTION_DEPTH, "N", 0, "How many stages noop and work have (3)",
     1},
    {"workers", OPTION_WORKERS, "N[,N...]", 0,
     "Workers for each stage; the last N holds for the rest (1)", 1},
    {"every", OPTION_EVERY, "TIME", 0,
     "Mean time between two items, by a random half more or less (0: all at "
     "once)",
     1},
    {"seed", OPTION_SEED, "N", 0, "For all that is random (1)", 1},
    {"work", OPTION_WORK, "TIME[,TIME...]", 0,
     "CPU time that each stage of the set work spends on an item (0)", 2},
    {"io", OPTION_IO, "TIME[,TIME...]", 0,
     "Time that each stage of the set work sleeps for an item (0)", 2},
    {"set", OPTION_SET, "KEY=VALUE", 0,
     "A setting of the stages; may be repeated. work: payload=BYTES an item. "
     "image: source=URL/ or urls=FILE, upload=URL/ or save=DIR, box=WxH, "
     "verify=yes, timeout=TIME, stall=TIME, max_bytes=N, max_pixels=N",
     2},
    {"nap", OPTION_NAP, "TIME", 0,
     "polling: a worker's nap after an empty look (10ms)", 3},
    {"main-nap", OPTION_MAIN_NAP, "TIME", 0,
     "polling: main's nap between two looks whether all is done (100ms)", 3},
    {"capacity", OPTION_CAPACITY, "N", 0,
     "blocking: how many items each queue holds before a put waits (0: no "
     "limit)",
     3},
    {"refuse", OPTION_REFUSE, NULL, 0,
     "blocking: an item that finds the first queue full is refused", 3},
    {"gather", OPTION_GATHER, "TIME", 0,
     "blocking: the first stage's workers, once woken, nap so long before "
     "they take what has gathered (0)",
     3},
    {"queue", OPTION_QUEUE, "URL", 0,
     "The queues are on a server, and each worker is a process: unix:PATH or "
     "redis://..., postgresql://..., nats://..., amqp://..., or env:NAME, the "
     "variable that holds one",
     4},
    {"lease", OPTION_LEASE, "TIME", 0,
     "--queue: how long a worker may keep an item; then another one gets it "
     "(60s)",
     4},
    {"fail", OPTION_FAIL, "STAGE:ITEM", 0,
     "Let a stage, counted from 0, fail an item; may be repeated", 4},
    {"delays", OPTION_DELAYS, NULL, 0,
     "Report how long items took from when they were due", 4},
    {"format", 'f', "FORMAT", 0, "text (the default), tsv or json", 4},
    {"gate", OPTION_GATE, "FD", 0,
     "For a measuring program: say 'ready' and 'done' on the socket FD, and "
     "wait there until a byte comes",
     5},
    {"gauges", OPTION_GAUGES, "FD", 0,
     "For a measuring program: show the queues' lengths in the file FD of one "
     "page",
     5},
    {0}};

static bool
is_unused(int key)
{
    const int *unused = slide.unused;

    while (*unused && *unused != key)
        unused++;
    return *unused != 0;
}

static void
note_unused(int key)
{
    for (size_t i = 0; is_unused(key) && table[i].name; i++)
        if (table[i].key == key)
            warn_line("--%s has no meaning here and is ignored", table[i].name);
}

/* Where the queues are.  The URL is not shown: it may hold a password. */
static error_t
parse_server(int key, char *value, struct argp_state *state)
{
    struct options *o = state->input;

    switch (key) {
    case OPTION_QUEUE:
        if (!*parse_from_environment(value))
            argp_error(state, "--queue: no URL");
        o->queue = is_unused(key) ? NULL : parse_from_environment(value);
        return 0;
    case OPTION_LEASE:
        o->lease_ns = value_duration(state, "lease", value);
        if (o->lease_ns < NS_PER_MS)
            value_refuse(state, "lease", value, "is shorter than 1 ms");
        return 0;
    case ARGP_KEY_ARG:
        argp_error(state, "unexpected argument '%s'", value);
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

/* The options that say how a pipeline waits. */
static error_t
parse_waiting(int key, char *value, struct argp_state *state)
{
    struct options *o = state->input;

    switch (key) {
    case OPTION_NAP:
        o->plan.nap_ns = value_duration(state, "nap", value);
        return 0;
    case OPTION_MAIN_NAP:
        o->plan.main_nap_ns = value_duration(state, "main-nap", value);
        return 0;
    case OPTION_GATHER:
        o->plan.gather_ns = value_duration(state, "gather", value);
        return 0;
    case OPTION_CAPACITY:
        o->plan.capacity = value_number(state, "capacity", value, 0, DEQUE_MAX);
        return 0;
    case OPTION_REFUSE:
        o->refuse = true;
        return 0;
    case OPTION_DELAYS:
        o->delays = true;
        return 0;
    case OPTION_GATE:
        o->gate_fd = value_fd(state, "gate", value);
        return 0;
    case OPTION_GAUGES:
        o->gauges_fd = value_fd(state, "gauges", value);
        return 0;
    default:
        return parse_server(key, value, state);
    }
}

static error_t
parse(int key, char *value, struct argp_state *state)
{
    struct options *o = state->input;

    note_unused(key);
    switch (key) {
    case 'n':
        o->n_items = value_number(state, "items", value, 0, ITEMS_MAX);
        return 0;
    case 's':
        if (!*value)
            value_refuse(state, "stages", value, "is empty");
        o->stages = value;
        return 0;
    case 'f':
        o->format = value_format(state, value);
        return 0;
    case OPTION_DEPTH:
        o->depth = value_number(state, "depth", value, 1, STAGES_MAX);
        return 0;
    case OPTION_WORKERS:
        value_workers(o, state, value);
        return 0;
    case OPTION_EVERY:
        o->every_ns = value_duration(state, "every", value);
        return 0;
    case OPTION_SEED:
        o->plan.options[0].seed =
            value_number(state, "seed", value, 0, UINT64_MAX);
        return 0;
    case OPTION_WORK:
        value_times(o, state, "work", value,
                    offsetof(struct stage_options, work_ns));
        return 0;
    case OPTION_IO:
        value_times(o, state, "io", value,
                    offsetof(struct stage_options, io_ns));
        return 0;
    case OPTION_SET:
        value_setting(o, state, value);
        return 0;
    case OPTION_FAIL:
        value_fail(o, state, value);
        return 0;
    default:
        return parse_waiting(key, value, state);
    }
}

void
options_parse(struct options *o, int argc, char **argv)
{
    const struct argp argp = {.options = table,
                              .parser = parse,
                              .doc = slide.about};

    *o = (struct options){.n_items = 1000,
                          .stages = "noop",
                          .gate_fd = GATE_NONE,
                          .gauges_fd = -1,
                          .lease_ns = 60 * NS_PER_S};
    o->plan.nap_ns = 10 * NS_PER_MS;
    o->plan.main_nap_ns = 100 * NS_PER_MS;
    o->plan.options[0].seed = 1;
    for (size_t i = 0; i < STAGES_MAX; i++)
        o->plan.n_workers[i] = 1;
    begin_program();
    argp_parse(&argp, argc, argv, 0, NULL, o);
}
