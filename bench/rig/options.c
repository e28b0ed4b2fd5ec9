/* What the rig can be asked for.
 * SPDX-License-Identifier: MIT
 */
#include <argp.h>
#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "array_len.h"
#include "bench/contenders/conformance/conformance.h"
#include "bench/rig/options.h"
#include "clock.h"
#include "die.h"
#include "parse.h"
#include "program/run/gate.h"

const char *argp_program_version = "rig (doorbell) " VERSION;

static const struct argp_option table[] = {
    {"contender", 'c', "FILE", 0,
     "waiting, blocking, polling (ours), or ./mine.so", 1},
    {"name", 'n', "NAME", 0, "Which contender of the file (the first)", 1},
    {"mode", 'm', "MODE", 0,
     "latency (the default), pingpong, throughput, pipeline, idle, shutdown "
     "or neighbour",
     1},
    {"items", 'i', "N", 0, "How many items, or round trips (1000)", 2},
    {"limit", 't', "TIME", 0,
     "throughput, pingpong: no more items after that (60s)", 2},
    {"capacity", 'k', "N", 0, "Of the queue; 0 for no limit (64)", 2},
    {"every", 'e', "TIME", 0,
     "latency, pipeline, neighbour: mean time between two items (1ms)", 2},
    {"late", 'd', "TIME", 0,
     "latency: put each item so long after it was due, to see whether the "
     "delay says so (0)",
     2},
    {"producers", 'p', "N", 0, "throughput: how many (1)", 2},
    {"consumers", 'q', "N", 0,
     "throughput, idle, shutdown, neighbour: how many (1)", 2},
    {"place", 'l', "PLACE", 0,
     "free (the default); one: all on one core; two: producers on one, "
     "consumers on another",
     2},
    {"seed", 's', "N", 0, "For the schedule (1)", 2},
    {"gate", 'G', "FD", 0, "Wait at 'ready' and 'done'", 3},
    {"format", 'f', "FORMAT", 0, "tsv, and nothing else", 3},
    {0}};

static const struct rig_mode modes[] = {{"latency", rig_latency},
                                        {"pingpong", rig_pingpong},
                                        {"throughput", rig_throughput},
                                        {"pipeline", rig_pipeline},
                                        {"idle", rig_idle},
                                        {"shutdown", rig_shutdown},
                                        {"neighbour", rig_neighbour}};

struct options {
    struct rig *rig;
    const char *file, *name;
    size_t mode;
};

static const char *
parse_place(const char *value, struct rig *rig)
{
    static const char *const places[] = {"free", "one", "two"};

    size_t i = 0;
    const char *why =
        parse_name(value, places, ARRAY_LEN(places), sizeof(*places), &i);

    rig->place = (enum place)i;
    return why ? "is neither free nor one nor two" : NULL;
}

/* Each of these reads one option; NULL or why not. */
static const char *
parse_value(int key, const char *value, struct options *o)
{
    struct rig *rig = o->rig;

    switch (key) {
    case 'm':
        return parse_name(value, modes, ARRAY_LEN(modes), sizeof(*modes),
                          &o->mode)
                   ? "is no mode"
                   : NULL;
    case 'l':
        return parse_place(value, rig);
    case 'i':
        return parse_number(value, 1, 10000000, &rig->n_items);
    case 't':
        return parse_duration(value, &rig->limit_ns);
    case 'k':
        return parse_number(value, 0, UINT32_MAX, &rig->capacity);
    case 'e':
        return parse_duration(value, &rig->every_ns);
    case 'd':
        return parse_duration(value, &rig->late_ns);
    case 'p':
        return parse_number(value, 1, 256, &rig->n_producers);
    case 'q':
        return parse_number(value, 1, 1024, &rig->n_consumers);
    case 's':
        return parse_number(value, 0, UINT64_MAX, &rig->seed);
    case 'G':
        return parse_fd(value, &rig->gate_fd);
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
        const char *why = parse_value(key, value, o);
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

/* A contender may print; the report alone must not be mixed with that. */
static int real_stdout = -1;

static void
begin_silence(void)
{
    real_stdout = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
    if (real_stdout < 0 || dup2(STDERR_FILENO, STDOUT_FILENO) < 0)
        die("stdout: %s", strerror(errno));
}

void
options_end_silence(void)
{
    fflush(stdout);
    if (dup2(real_stdout, STDOUT_FILENO) < 0)
        die("stdout: %s", strerror(errno));
}

const struct rig_mode *
options_parse(struct rig *rig, int argc, char **argv)
{
    static const struct argp argp = {
        .options = table,
        .parser = parse,
        .doc = "Runs one contender between its threads and reports how long "
               "items took, and that none was lost."};
    struct options o = {.rig = rig};

    *rig = (struct rig){.capacity = 64,
                        .n_items = 1000,
                        .limit_ns = 60 * NS_PER_S,
                        .n_producers = 1,
                        .n_consumers = 1,
                        .every_ns = NS_PER_MS,
                        .seed = 1,
                        .gate_fd = GATE_NONE};
    begin_program();
    argp_parse(&argp, argc, argv, 0, NULL, &o);
    begin_silence();
    rig->contender = find_contender(&o);
    return &modes[o.mode];
}
