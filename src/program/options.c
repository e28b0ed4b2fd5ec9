/* What the three programs can be asked for.
 * SPDX-License-Identifier: MIT
 */
#include <argp.h>
#include <limits.h>
#include <string.h>

#include "array_len.h"
#include "clock.h"
#include "deque.h"
#include "die.h"
#include "gate.h"
#include "options.h"
#include "parse.h"
#include "slide.h"

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
     "A setting of the stages, such as payload=65536; may be repeated", 2},
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
    {"fail", OPTION_FAIL, "STAGE:ITEM", 0,
     "Let a stage, counted from 0, fail an item; may be repeated", 4},
    {"delays", OPTION_DELAYS, NULL, 0,
     "Report how long items took from when they were due", 4},
    {"format", 'f', "FORMAT", 0, "text (the default), tsv or json", 4},
    {"gate", OPTION_GATE, "FD", 0,
     "Stand still at 'ready' and 'done' until FD gives a byte", 5},
    {"gauges", OPTION_GAUGES, "FD", 0,
     "Show the queues' lengths in the page that FD maps", 5},
    {0}};

static void __attribute__((noreturn))
bad(const struct argp_state *state, const char *option, const char *value,
    const char *why)
{
    argp_error(state, "--%s: '%s' %s", option, value, why);
    _Exit(EXIT_USAGE); /* argp_error has left already */
}

static uint64_t
number(const struct argp_state *state, const char *option, const char *value,
       uint64_t low, uint64_t high)
{
    uint64_t n = 0;
    const char *why = parse_number(value, low, high, &n);

    if (why)
        bad(state, option, value, why);
    return n;
}

static int64_t
duration(const struct argp_state *state, const char *option, const char *value)
{
    int64_t ns = 0;
    const char *why = parse_duration(value, &ns);

    if (why)
        bad(state, option, value, why);
    return ns;
}

static void
workers(struct options *o, const struct argp_state *state, const char *value)
{
    uint64_t n[STAGES_MAX];
    const char *why = parse_numbers(value, STAGES_MAX, 1, WORKERS_MAX, n);

    if (why)
        bad(state, "workers", value, why);
    for (size_t i = 0; i < STAGES_MAX; i++)
        o->plan.n_workers[i] = n[i];
    o->n_workers_given = 1;
    for (const char *c = value; *c; c++)
        o->n_workers_given += *c == ',';
}

/* Each stage's work_ns, or io_ns: the member at the offset. */
static void
times(struct options *o, const struct argp_state *state, const char *option,
      const char *value, size_t offset)
{
    int64_t ns[STAGES_MAX];
    const char *why = parse_durations(value, STAGES_MAX, ns);

    if (why)
        bad(state, option, value, why);
    for (size_t i = 0; i < STAGES_MAX; i++)
        *(int64_t *)((char *)&o->plan.options[i] + offset) = ns[i];
}

static void
setting(struct options *o, const struct argp_state *state, const char *value)
{
    size_t n = 0;

    while (o->settings[n])
        n++;
    if (n == SETTINGS_MAX)
        bad(state, "set", value, "is one too many");
    if (!strchr(value, '=') || *value == '=')
        bad(state, "set", value, "is not KEY=VALUE");
    o->settings[n] = value;
}

static void
fail(struct options *o, const struct argp_state *state, const char *value)
{
    struct instrument *instrument = &o->instrument;
    uint64_t stage = 0, item = 0;
    char word[8] = "";
    const char *colon = strchr(value, ':');

    if (!colon || (size_t)(colon - value) >= sizeof(word))
        bad(state, "fail", value, "is not STAGE:ITEM");
    memcpy(word, value, colon - value);
    const char *why = parse_number(word, 0, STAGES_MAX - 1, &stage);
    if (!why)
        why = parse_number(colon + 1, 0, ITEMS_MAX, &item);
    if (!why && instrument->n_fails == FAILS_MAX)
        why = "is one too many";
    if (why)
        bad(state, "fail", value, why);
    instrument->fails[instrument->n_fails].stage = stage;
    instrument->fails[instrument->n_fails++].item = item;
}

static enum format
format(const struct argp_state *state, const char *value)
{
    static const char *const names[] = {"text", "tsv", "json"};

    for (size_t i = 0; i < ARRAY_LEN(names); i++)
        if (!strcmp(value, names[i]))
            return (enum format)i;
    bad(state, "format", value, "is none of text, tsv and json");
}

static void
note_unused(int key)
{
    for (const int *unused = slide.unused; *unused; unused++)
        for (size_t i = 0; *unused == key && table[i].name; i++)
            if (table[i].key == key)
                warn_line("--%s has no meaning here and is ignored",
                          table[i].name);
}

/* The options that say how a pipeline waits. */
static error_t
parse_waiting(int key, char *value, struct argp_state *state)
{
    struct options *o = state->input;

    switch (key) {
    case OPTION_NAP:
        o->plan.nap_ns = duration(state, "nap", value);
        return 0;
    case OPTION_MAIN_NAP:
        o->plan.main_nap_ns = duration(state, "main-nap", value);
        return 0;
    case OPTION_GATHER:
        o->plan.gather_ns = duration(state, "gather", value);
        return 0;
    case OPTION_CAPACITY:
        o->plan.capacity = number(state, "capacity", value, 0, DEQUE_MAX);
        return 0;
    case OPTION_REFUSE:
        o->refuse = true;
        return 0;
    case OPTION_DELAYS:
        o->delays = true;
        return 0;
    case OPTION_GATE:
        o->gate_fd = (int)number(state, "gate", value, 0, INT_MAX);
        return 0;
    case OPTION_GAUGES:
        o->gauges_fd = (int)number(state, "gauges", value, 0, INT_MAX);
        return 0;
    case ARGP_KEY_ARG:
        argp_error(state, "unexpected argument '%s'", value);
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

static error_t
parse(int key, char *value, struct argp_state *state)
{
    struct options *o = state->input;

    note_unused(key);
    switch (key) {
    case 'n':
        o->n_items = number(state, "items", value, 0, ITEMS_MAX);
        return 0;
    case 's':
        if (!*value)
            bad(state, "stages", value, "is empty");
        o->stages = value;
        return 0;
    case 'f':
        o->format = format(state, value);
        return 0;
    case OPTION_DEPTH:
        o->depth = number(state, "depth", value, 1, STAGES_MAX);
        return 0;
    case OPTION_WORKERS:
        workers(o, state, value);
        return 0;
    case OPTION_EVERY:
        o->every_ns = duration(state, "every", value);
        return 0;
    case OPTION_SEED:
        o->plan.options[0].seed = number(state, "seed", value, 0, UINT64_MAX);
        return 0;
    case OPTION_WORK:
        times(o, state, "work", value, offsetof(struct stage_options, work_ns));
        return 0;
    case OPTION_IO:
        times(o, state, "io", value, offsetof(struct stage_options, io_ns));
        return 0;
    case OPTION_SET:
        setting(o, state, value);
        return 0;
    case OPTION_FAIL:
        fail(o, state, value);
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
                          .gauges_fd = -1};
    o->plan.nap_ns = 10 * NS_PER_MS;
    o->plan.main_nap_ns = 100 * NS_PER_MS;
    o->plan.options[0].seed = 1;
    for (size_t i = 0; i < STAGES_MAX; i++)
        o->plan.n_workers[i] = 1;
    argp_err_exit_status = EXIT_USAGE;
    argp_parse(&argp, argc, argv, 0, NULL, o);
}
