/* Tests contenders: is each the queue that it claims to be?
 * SPDX-License-Identifier: MIT
 */
#include <argp.h>
#include <stdio.h>

#include "bench/conformance.h"
#include "die.h"

const char *argp_program_version = "conform (doorbell) " VERSION;

enum { FILES_MAX = 64 };

struct files {
    const char *path[FILES_MAX];
    size_t n;
};

static error_t
parse(int key, char *value, struct argp_state *state)
{
    struct files *files = state->input;

    if (key == ARGP_KEY_END && files->n == 0)
        argp_error(state, "no contender named");
    if (key != ARGP_KEY_ARG)
        return ARGP_ERR_UNKNOWN;
    if (files->n == FILES_MAX)
        argp_error(state, "more than %d files", FILES_MAX);
    files->path[files->n++] = value;
    return 0;
}

/* Returns how many contenders of the file failed. */
static size_t
test_file(const char *path)
{
    const struct contender *const *list = contenders_load(path);
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

int
main(int argc, char **argv)
{
    static struct files files;
    const struct argp argp = {
        .parser = parse,
        .args_doc = "CONTENDER.so...",
        .doc = "Tests each claim of each contender: order, sums over threads, "
               "capacity, close while threads wait, deadlines. A contender "
               "that fails is named with what failed, and the exit code is "
               "1."};
    size_t n_failed = 0;

    begin_program();
    argp_parse(&argp, argc, argv, 0, NULL, &files);
    for (size_t i = 0; i < files.n; i++)
        n_failed += test_file(files.path[i]);
    finish_stdout();
    return n_failed ? EXIT_FAILED : 0;
}
