/* The rig as a program: one contender, some threads, one question.
 * SPDX-License-Identifier: MIT
 */
#include <argp.h>
#include <inttypes.h>
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "array_len.h"
#include "bench/conformance.h"
#include "bench/rig/rig.h"
#include "clock.h"
#include "die.h"
#include "parse.h"
#include "percentile.h"
#include "program/gate.h"

const char *argp_program_version = "rig (doorbell) " VERSION;

static const struct argp_option table[] = {
    {"contender", 'c', "FILE", 0,
     "waiting, blocking, polling (ours), or ./mine.so", 1},
    {"name", 'n', "NAME", 0, "Which contender of the file (the first)", 1},
    {"mode", 'm', "MODE", 0, "latency (the default), pingpong or throughput",
     1},
    {"items", 'i', "N", 0, "How many items, or round trips (1000)", 2},
    {"capacity", 'k', "N", 0, "Of the queue; 0 for no limit (64)", 2},
    {"every", 'e', "TIME", 0, "latency: mean time between two items (1ms)", 2},
    {"producers", 'p', "N", 0, "throughput: how many (1)", 2},
    {"consumers", 'q', "N", 0, "throughput: how many (1)", 2},
    {"place", 'l', "PLACE", 0,
     "free (the default); one: all on one core; two: producers on one, "
     "consumers on another",
     2},
    {"seed", 's', "N", 0, "For the schedule (1)", 2},
    {"gate", 'G', "FD", 0, "Stand still at 'ready' and 'done'", 3},
    {"format", 'f', "FORMAT", 0, "tsv, and nothing else", 3},
    {0}};

static const struct {
    const char *name;
    void (*run)(struct rig *rig);
} modes[] = {{"latency", rig_latency},
             {"pingpong", rig_pingpong},
             {"throughput", rig_throughput}};

struct options {
    struct rig rig;
    const char *file, *name;
    size_t mode;
};

/* The index of the word in a list, or argp_error. */
static size_t
find(const struct argp_state *state, const char *word, const char *const *words,
     size_t n)
{
    size_t i = 0;

    while (i < n && strcmp(word, words[i]))
        i++;
    if (i == n)
        argp_error(state, "'%s' is none of its values", word);
    return i;
}

static const char *
parse_place(struct rig *rig, const char *value, const struct argp_state *state)
{
    static const char *const places[] = {"free", "one", "two"};

    rig->place = (enum place)find(state, value, places, 3);
    return NULL;
}

static const char *
parse_mode(struct options *o, const char *value, const struct argp_state *state)
{
    const char *names[ARRAY_LEN(modes)];

    for (size_t i = 0; i < ARRAY_LEN(modes); i++)
        names[i] = modes[i].name;
    o->mode = find(state, value, names, ARRAY_LEN(modes));
    return NULL;
}

/* Each of these reads one option; NULL or why not. */
static const char *
parse_value(int key, const char *value, struct options *o,
            const struct argp_state *state)
{
    struct rig *rig = &o->rig;
    uint64_t number = 0;
    const char *why = NULL;

    switch (key) {
    case 'm':
        return parse_mode(o, value, state);
    case 'l':
        return parse_place(rig, value, state);
    case 'i':
        return parse_number(value, 1, 10000000, &rig->n_items);
    case 'k':
        why = parse_number(value, 0, UINT32_MAX, &number);
        rig->capacity = number;
        return why;
    case 'e':
        return parse_duration(value, &rig->every_ns);
    case 'p':
        return parse_number(value, 1, 256, &rig->n_producers);
    case 'q':
        return parse_number(value, 1, 256, &rig->n_consumers);
    case 's':
        return parse_number(value, 0, UINT64_MAX, &rig->seed);
    case 'G':
        why = parse_number(value, 0, INT_MAX, &number);
        rig->gate_fd = (int)number;
        return why;
    default:
        return strcmp(value, "tsv") ? "is not tsv" : NULL;
    }
}

static error_t
parse(int key, char *value, struct argp_state *state)
{
    struct options *o = state->input;

    if (key == ARGP_KEY_ARG)
        argp_error(state, "unexpected argument '%s'", value);
    if (key == ARGP_KEY_END && !o->file)
        argp_error(state, "no --contender named");
    if (!value)
        return ARGP_ERR_UNKNOWN;
    if (key == 'c')
        o->file = value;
    else if (key == 'n')
        o->name = value;
    else {
        const char *why = parse_value(key, value, o, state);
        if (why)
            argp_error(state, "'%s' %s", value, why);
    }
    return 0;
}

/* A plain name is one of ours: ../contenders/NAME.so, as seen from here. */
static const struct contender *
find_contender(const struct options *o)
{
    char self[PATH_MAX], path[PATH_MAX + 64];
    const char *file = o->file ? o->file : ""; /* argp has seen to it */
    ssize_t length = readlink("/proc/self/exe", self, sizeof(self) - 1);

    self[length > 0 ? length : 0] = '\0';
    snprintf(path, sizeof(path), "%s/../contenders/%.32s.so", dirname(self),
             file);
    const struct contender *const *list =
        contenders_load(strchr(file, '/') ? file : path);
    while (*list && o->name && strcmp((*list)->name, o->name))
        list++;
    if (!*list)
        die("'%s': has no contender '%s'", file, o->name ? o->name : "");
    return *list;
}

static void
report(struct rig *rig)
{
    static const struct {
        const char *key;
        double p;
    } points[] = {{"p50", 50}, {"p90", 90}, {"p99", 99}, {"p999", 99.9}};

    printf("key\tvalue\nprogram\trig\nitems\t%" PRIu64 "\nfinished\t%zu\n"
           "wall_ns\t%" PRId64 "\npolls\t%" PRIu64 "\nparks\t%" PRIu64
           "\nwakes\t%" PRIu64 "\n",
           rig->n_items, rig->n_got, rig->wall_ns, rig->counts.polls,
           rig->counts.parks, rig->counts.wakes);
    if (!rig->n_delays)
        return;
    percentile_sort(rig->delays_ns, rig->n_delays);
    for (size_t i = 0; i < ARRAY_LEN(points); i++)
        printf("delay_%s_ns\t%" PRId64 "\n", points[i].key,
               percentile(rig->delays_ns, rig->n_delays, points[i].p));
    printf("delay_max_ns\t%" PRId64 "\n", rig->delays_ns[rig->n_delays - 1]);
}

int
main(int argc, char **argv)
{
    static struct options o = {.rig = {.capacity = 64,
                                       .n_items = 1000,
                                       .n_producers = 1,
                                       .n_consumers = 1,
                                       .every_ns = NS_PER_MS,
                                       .seed = 1,
                                       .gate_fd = GATE_NONE}};
    const struct argp argp = {
        .options = table,
        .parser = parse,
        .doc = "Runs one contender between its threads and reports how long "
               "items took, and that none was lost."};

    begin_program();
    argp_parse(&argp, argc, argv, 0, NULL, &o);
    o.rig.contender = find_contender(&o);
    modes[o.mode].run(&o.rig);
    report(&o.rig);
    free(o.rig.delays_ns);
    if (o.rig.n_wrong)
        die("%s: %zu items wrong", o.rig.contender->name, o.rig.n_wrong);
    finish_stdout();
    return 0;
}
