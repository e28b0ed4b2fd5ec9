/* What the bench can be asked for.
 * SPDX-License-Identifier: MIT
 */
#include <argp.h>
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "array_len.h"
#include "die.h"
#include "options.h"
#include "parse.h"
#include "bench/run/child/programs.h"

const char *argp_program_version = "bench (doorbell) " VERSION;

enum {
    OPTION_LIST = 0x100,
    OPTION_QUICK,
    OPTION_FULL,
    OPTION_NAME,
    OPTION_TRAIT,
    OPTION_CPU_HOUR,
    OPTION_REQUESTS,
    OPTION_REDIS, /* and on, in the order of far_kinds */
    OPTION_POSTGRES,
    OPTION_NATS,
    OPTION_AMQP
};

enum { BUDGET_S = 130, BUDGET_QUICK_S = 22, BUDGET_FULL_S = 3400 };

static const struct argp_option table[] = {
    {"quick", OPTION_QUICK, NULL, 0,
     "At most 2 rounds, fewer contenders, nothing slow, within 30 s: ranges, "
     "no "
     "intervals, no advice",
     1},
    {"full", OPTION_FULL, NULL, 0,
     "Every scenario, every contender, every setting, within an hour", 1},
    {"rounds", 'r', "N", 0,
     "How often each case is run, after a warm-up (6, and 12 for the advice; 2 "
     "with --quick; 12 with --full); from 6 on there are intervals",
     1},
    {"budget", 'b', "SECONDS", 0,
     "Leave out rounds rather than take longer (130; 22; 3400)", 1},
    {"limit", 'l', "SECONDS", 0,
     "Kill a run that takes longer, and strike its contender off (60)", 1},
    {"seed", 's', "N", 0, "For the order of the runs (the time)", 1},
    {"contender", 'c', "FILE[:NAME]", 0,
     "A queue of yours joins: a shared object, or one contender of it; may be "
     "repeated (see src/contender.h)",
     2},
    {"name", OPTION_NAME, "NAME,...", 0, "Only these contenders", 2},
    {"trait", OPTION_TRAIT, "TRAIT,...", 0,
     "Only contenders with all of these: BOUNDED, UNBOUNDED, CLOSE, TIMED, "
     "JOIN, SPSC, POLLS, FD",
     2},
    {"redis", OPTION_REDIS, "URL", 0,
     "far: a Redis of yours, unix:PATH, redis://[USER:PASSWORD@]HOST[:PORT], "
     "or "
     "env:NAME, the variable that holds it",
     2},
    {"postgres", OPTION_POSTGRES, "URL", 0,
     "far: a PostgreSQL of yours, postgresql://... or env:NAME; the run makes "
     "a table doorbell_jobs there",
     2},
    {"nats", OPTION_NATS, "URL", 0,
     "far: a NATS of yours with JetStream, nats://[USER:PASSWORD@]HOST[:PORT] "
     "or env:NAME",
     2},
    {"amqp", OPTION_AMQP, "URL", 0,
     "far: a RabbitMQ of yours, amqp://[USER:PASSWORD@]HOST[:PORT][/VHOST] or "
     "env:NAME",
     2},
    {"cpu-hour", OPTION_CPU_HOUR, "PRICE", 0,
     "far: what an hour of one core costs you; then the month is priced", 2},
    {"million-requests", OPTION_REQUESTS, "PRICE", 0,
     "far: what a million commands cost you", 2},
    {"results", 'o', "DIR", 0, "Where the results go (results)", 3},
    {"format", 'f', "FORMAT", 0,
     "What goes to stdout: text (the tables), csv, json or markdown", 3},
    {"list", OPTION_LIST, NULL, 0,
     "List the scenarios and their questions; with --contender the contenders "
     "of the files",
     4},
    {0}};

/* What cannot be decided before all of it is read. */
struct wishes {
    struct bench *bench;
    struct choice choice;
    const char *guests[FIELD_MAX];
    size_t n_guests;
    bool is_list;
};

static void
list(void)
{
    for (size_t i = 0; scenarios[i]; i++)
        printf("%-14s %s%s\n", scenarios[i]->name, scenarios[i]->question,
               scenarios[i]->is_extra ? " (--full)" : "");
}

static void
list_guests(const struct field *field)
{
    for (size_t i = 0; i < field->n; i++) {
        const struct contender *c = field->all[i].contender;
        if (field->all[i].is_guest)
            printf("%-14s %s, %s%s\n", c->name, c->family,
                   c->traits & CONTENDER_BOUNDED ? "bounded " : "",
                   c->traits & CONTENDER_UNBOUNDED ? "unbounded" : "");
    }
}

static uint64_t
number(const struct argp_state *state, const char *option, const char *value,
       uint64_t low, uint64_t high)
{
    uint64_t n = 0;
    const char *why = parse_number(value, low, high, &n);

    if (why)
        argp_error(state, "--%s: '%s' %s", option, value, why);
    return n;
}

static void
add_scenario(struct bench *bench, const struct argp_state *state,
             const char *name)
{
    size_t n = 0;

    while (bench->only[n])
        n++;
    for (size_t i = 0; scenarios[i]; i++)
        if (!strcmp(scenarios[i]->name, name) &&
            n + 1 < ARRAY_LEN(bench->only)) {
            bench->only[n] = scenarios[i]->name;
            return;
        }
    argp_error(state, "no scenario '%s' (see --list)", name);
}

static enum format
parse_format(const struct argp_state *state, const char *value)
{
    static const char *const names[] = {"text", "csv", "json", "markdown"};

    size_t i = FORMAT_TEXT;

    if (parse_name(value, names, ARRAY_LEN(names), sizeof(*names), &i))
        argp_error(state, "--format: '%s' is none of text, csv, json, markdown",
                   value);
    return (enum format)i;
}

static void
parse_results(struct bench *bench, const struct argp_state *state,
              const char *value)
{
    if (!*value || strlen(value) > 300)
        argp_error(state, "--results: '%s' is no folder's name", value);
    snprintf(bench->results, sizeof(bench->results), "%s", value);
}

/* What the named scenarios want, where one of them wants its own; else 0. */
static double
named_budget_s(const struct bench *bench)
{
    unsigned budget_s = 0;

    for (size_t i = 0; scenarios[i]; i++)
        for (size_t n = 0; bench->only[n]; n++)
            if (!strcmp(scenarios[i]->name, bench->only[n]) &&
                scenarios[i]->budget_s > budget_s)
                budget_s = scenarios[i]->budget_s;
    return budget_s;
}

/* Prints nothing of it, since it may hold a password. */
static const char *
parse_url(const struct argp_state *state, const char *value)
{
    if (strlen(value) >= FAR_URL || strpbrk(value, " \\"))
        argp_error(state,
                   "a URL has a blank, or more than %d bytes; use "
                   "env:NAME",
                   FAR_URL - 1);
    return value;
}

static double
parse_price(const struct argp_state *state, const char *value)
{
    char *end;
    double price = strtod(value, &end);

    if (!isdigit((unsigned char)*value) || *end || !(price < 1e6))
        argp_error(state, "'%s' is no price", value);
    return price;
}

/* What there is none of is --quick or --full: these leave alone what was
 * asked for.
 */
static void
fill_in_defaults(struct bench *bench)
{
    bench->has_default_rounds = !bench->rounds;
    if (!bench->rounds)
        bench->rounds = bench->is_quick ? 2 : bench->is_full ? 12 : 6;
    if (bench->budget_s == 0 && !bench->is_quick && !bench->is_full)
        bench->budget_s = named_budget_s(bench);
    if (bench->budget_s == 0)
        bench->budget_s = bench->is_quick  ? BUDGET_QUICK_S
                          : bench->is_full ? BUDGET_FULL_S
                                           : BUDGET_S;
}

static error_t
parse_wish(int key, char *value, struct argp_state *state, struct wishes *w)
{
    switch (key) {
    case 'c':
        if (w->n_guests == FIELD_MAX || !*value)
            argp_error(state, "--contender: '%s': no file, or too many", value);
        w->guests[w->n_guests++] = value;
        return 0;
    case OPTION_NAME:
        w->choice.names = value;
        return 0;
    case OPTION_REDIS:
    case OPTION_POSTGRES:
    case OPTION_NATS:
    case OPTION_AMQP:
        w->bench->far_urls[key - OPTION_REDIS] = parse_url(state, value);
        return 0;
    case OPTION_CPU_HOUR:
        w->bench->cpu_hour = parse_price(state, value);
        return 0;
    case OPTION_REQUESTS:
        w->bench->million_requests = parse_price(state, value);
        return 0;
    case OPTION_TRAIT:
        w->choice.traits = field_parse_traits(value);
        if (!w->choice.traits)
            argp_error(state, "--trait: '%s' names what is no trait", value);
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

static error_t
parse(int key, char *value, struct argp_state *state)
{
    struct wishes *w = state->input;
    struct bench *bench = w->bench;

    switch (key) {
    case 'r':
        bench->rounds = number(state, "rounds", value, 1, ROUNDS_MAX / 2);
        return 0;
    case 'l':
        bench->limit_ms = (int)number(state, "limit", value, 1, 3600) * 1000;
        return 0;
    case 'b':
        bench->budget_s =
            (double)number(state, "budget", value, 1, 7 * 24 * 3600);
        return 0;
    case 's':
        bench->seed = number(state, "seed", value, 0, UINT64_MAX);
        return 0;
    case 'o':
        parse_results(bench, state, value);
        return 0;
    case 'f':
        bench->format = parse_format(state, value);
        return 0;
    case OPTION_QUICK:
        bench->is_quick = w->choice.is_small = true;
        return 0;
    case OPTION_FULL:
        bench->is_full = w->choice.is_whole = true;
        return 0;
    case OPTION_LIST:
        w->is_list = true;
        return 0;
    case ARGP_KEY_ARG:
        add_scenario(bench, state, value);
        return 0;
    default:
        return parse_wish(key, value, state, w);
    }
}

static void
make_field(struct wishes *w)
{
    struct bench *bench = w->bench;
    char folder[BENCH_PATH + 32];

    snprintf(folder, sizeof(folder), "%s/../contenders", bench->programs);
    field_add_ours(&bench->field, folder);
    for (size_t i = 0; i < w->n_guests; i++)
        field_add(&bench->field, w->guests[i]);
    const char *missing = field_choose(&bench->field, &w->choice);
    if (missing)
        die_usage("--name: there is no contender '%.*s'",
                  (int)strcspn(missing, ","), missing);
}

void
options_parse(struct bench *bench, int argc, char **argv)
{
    static const struct argp argp = {
        .options = table,
        .parser = parse,
        .args_doc = "[SCENARIO...]\ncalibrate\ncompare A B\ntrace",
        .doc = "Measures what polling costs against blocking on this machine, "
               "and prints a table. Without a SCENARIO it runs those that "
               "matter most.\v"
               "calibrate measures the instrument itself, compare two folders "
               "of results, and trace draws what every thread did; each has a "
               "--help of its own."};
    struct wishes wishes = {.bench = bench};

    bench->seed = (uint64_t)time(NULL);
    snprintf(bench->results, sizeof(bench->results), "results");
    argp_parse(&argp, argc, argv, 0, NULL, &wishes);
    bench->random = bench->seed;
    fill_in_defaults(bench);
    find_programs(bench->programs, sizeof(bench->programs));
    if (wishes.is_list && !wishes.n_guests)
        list();
    else
        make_field(&wishes);
    if (!wishes.is_list)
        return;
    list_guests(&bench->field);
    finish_stdout();
    exit(0);
}
