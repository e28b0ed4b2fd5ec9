/* What the bench can be asked for.
 * SPDX-License-Identifier: MIT
 */
#include <argp.h>
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "array_len.h"
#include "die.h"
#include "options.h"
#include "parse.h"

const char *argp_program_version = "bench (doorbell) " VERSION;

enum { OPTION_LIST = 0x100, OPTION_QUICK, OPTION_CALIBRATE };

static const struct argp_option table[] = {
    {"rounds", 'r', "N", 0,
     "How often each case is run, after a warm-up (6); from 6 on there are "
     "intervals",
     1},
    {"quick", OPTION_QUICK, NULL, 0, "2 rounds: ranges instead of intervals",
     1},
    {"seed", 's', "N", 0, "For the order of the runs (the time)", 1},
    {"results", 'o', "DIR", 0, "Where the results go (results)", 1},
    {"list", OPTION_LIST, NULL, 0, "List the scenarios and their questions", 2},
    {"calibrate", OPTION_CALIBRATE, NULL, 0,
     "Only measure the instrument: what it costs, how far it is off", 2},
    {0}};

static void
list(void)
{
    for (size_t i = 0; scenarios[i]; i++)
        printf("%-8s %s%s\n", scenarios[i]->name, scenarios[i]->question,
               scenarios[i]->is_extra ? " (when named)" : "");
    finish_stdout();
    exit(0);
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

static error_t
parse(int key, char *value, struct argp_state *state)
{
    struct bench *bench = state->input;

    switch (key) {
    case 'r':
        bench->rounds = number(state, "rounds", value, 1, ROUNDS_MAX / 2);
        return 0;
    case 's':
        bench->seed = number(state, "seed", value, 0, UINT64_MAX);
        return 0;
    case 'o':
        if (!*value || strlen(value) > 300)
            argp_error(state, "--results: '%s' is no folder's name", value);
        snprintf(bench->results, sizeof(bench->results), "%s", value);
        return 0;
    case OPTION_QUICK:
        bench->rounds = 2;
        return 0;
    case OPTION_LIST:
        list();
        return 0;
    case OPTION_CALIBRATE:
        bench->calibrate_only = true;
        return 0;
    case ARGP_KEY_ARG:
        add_scenario(bench, state, value);
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

/* The programs that it runs stand beside it. */
static void
find_programs(struct bench *bench)
{
    char self[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", self, sizeof(self) - 1);

    if (length < 0 || length >= BENCH_PATH - 64)
        die("cannot find the programs: /proc/self/exe");
    self[length] = '\0';
    snprintf(bench->programs, sizeof(bench->programs), "%.400s", dirname(self));
}

void
options_parse(struct bench *bench, int argc, char **argv)
{
    const struct argp argp = {
        .options = table,
        .parser = parse,
        .args_doc = "[SCENARIO...]",
        .doc = "Measures what polling costs against blocking on this machine, "
               "and prints a table. Without a SCENARIO it runs all."};

    bench->rounds = 6;
    bench->seed = (uint64_t)time(NULL);
    snprintf(bench->results, sizeof(bench->results), "results");
    begin_program();
    argp_parse(&argp, argc, argv, 0, NULL, bench);
    bench->random = bench->seed;
    find_programs(bench);
}
