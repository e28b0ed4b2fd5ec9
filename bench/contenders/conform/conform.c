/* Tests contenders: is each the queue that it claims to be?
 * SPDX-License-Identifier: MIT
 */
#include <argp.h>
#include <stdbool.h>
#include <stdio.h>

#include "bench/contenders/conform/cases.h"
#include "bench/contenders/conformance/conformance.h"
#include "die.h"
#include "verdict.h"

const char *argp_program_version = "conform (doorbell) " VERSION;

enum { FILES_MAX = 64, KEY_ONLY = 256 };

struct options {
    bool cases, all;
    const char *only;
    const char *path[FILES_MAX];
    size_t n;
};

static const struct argp_option table[] = {
    {"cases", 'c', 0, 0, "Lists all cases, a sentence each", 0},
    {"all", 'a', 0, 0, "Runs all cases at all capacities: it takes a while", 0},
    {"only", KEY_ONLY, "WORD", 0, "Of the cases only those with WORD in them",
     0},
    {0},
};

static error_t
parse(int key, char *value, struct argp_state *state)
{
    struct options *o = state->input;

    if (key == ARGP_KEY_END && o->n == 0 && !o->cases)
        argp_error(state, "no contender named");
    if (key == 'c')
        o->cases = true;
    else if (key == 'a')
        o->all = true;
    else if (key == KEY_ONLY)
        o->only = value;
    else if (key != ARGP_KEY_ARG)
        return ARGP_ERR_UNKNOWN;
    else if (o->n == FILES_MAX)
        argp_error(state, "more than %d files", FILES_MAX);
    else
        o->path[o->n++] = value;
    return 0;
}

/* Returns how many contenders of the file failed. */
static size_t
test_file(const char *path)
{
    const struct contender *const *list = contenders_read(path);
    size_t n_failed = 0;

    for (; *list; list++) {
        struct conformance result = conformance_test(*list, false);
        printf("%-8s %-16s %3zu tests  %s%s\n", (*list)->family, (*list)->name,
               result.n_tests, result.n_failed ? "FAILED: " : "passed",
               result.why);
        fflush(stdout);
        n_failed += result.n_failed > 0;
    }
    return n_failed;
}

static size_t
test_all_cases(const struct options *o)
{
    struct case_sums sums = {0};

    for (size_t i = 0; i < o->n; i++)
        cases_test_file(o->path[i], o->only, &sums);
    printf("%zu passed, %zu failed\n", sums.n_passed, sums.n_failed);
    return sums.n_failed + !sums.n_passed;
}

int
main(int argc, char **argv)
{
    static struct options o;
    const struct argp argp = {
        .options = table,
        .parser = parse,
        .args_doc = "CONTENDER.so...",
        .doc = "Tests each claim of each contender: order, sums over threads, "
               "capacity, close while threads wait, deadlines. A contender "
               "that fails is named with what failed, and the exit code is "
               "1."};
    size_t n_failed = 0;

    begin_program();
    verdict_begin();
    argp_parse(&argp, argc, argv, 0, NULL, &o);
    if (o.cases)
        cases_list(o.only);
    if (o.all)
        n_failed = test_all_cases(&o);
    for (size_t i = 0; i < o.n && !o.all; i++)
        n_failed += test_file(o.path[i]);
    int status = verdict_end(n_failed ? EXIT_FAILED : 0);
    finish_stdout();
    return status;
}
