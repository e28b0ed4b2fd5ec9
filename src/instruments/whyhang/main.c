/* Runs a program, and says why it hangs, if it does.
 * SPDX-License-Identifier: MIT
 */
#include <argp.h>
#include <errno.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "die.h"
#include "parse.h"
#include "whyhang/blind.h"
#include "whyhang/tries.h"

const char *argp_program_version = "whyhang (doorbell) " VERSION;

static const struct argp_option table[] = {
    {"after", 'a', "TIME", 0, "Report when nothing has moved for so long (5s)",
     0},
    {"end", 'e', NULL, 0, "End the program then, with exit code 3", 0},
    {"shake", 's', "SEED", OPTION_ARG_OPTIONAL,
     "Hold threads up between calls, so that what hangs seldom hangs often (1)",
     0},
    {"tries", 't', "N", 0,
     "Run it up to N times, shaken by a new seed each time, and end at the "
     "first "
     "hang, with exit code 3",
     0},
    {0}};

struct wish {
    int64_t after_ns;
    bool ends;
    const char *seed; /* NULL: not shaken */
    uint64_t n_tries; /* 0: once, and as it is told */
    char **program;
};

static error_t
parse(int key, char *value, struct argp_state *state)
{
    struct wish *wish = state->input;
    const char *why;

    switch (key) {
    case 'a':
        if ((why = parse_duration(value, &wish->after_ns)))
            argp_error(state, "'%s' %s", value, why);
        if (wish->after_ns < 100000000)
            argp_error(state, "'%s' is shorter than 100ms", value);
        return 0;
    case 'e':
        wish->ends = true;
        return 0;
    case 's':
        wish->seed = value ? value : "1";
        if ((why = parse_number(wish->seed, 0, UINT32_MAX, &(uint64_t){0})))
            argp_error(state, "'%s' %s", value, why);
        return 0;
    case 't':
        if ((why = parse_number(value, 1, UINT32_MAX, &wish->n_tries)))
            argp_error(state, "'%s' %s", value, why);
        return 0;
    case ARGP_KEY_ARG:
        wish->program = &state->argv[state->next - 1];
        state->next = state->argc;
        return 0;
    case ARGP_KEY_END:
        if (!wish->program)
            argp_error(state, "no program named");
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

/* The library is in the folder of this program. */
static void
preload(void)
{
    char path[PATH_MAX + 32] = "";
    const char *others = getenv("LD_PRELOAD");
    char all[2 * PATH_MAX];

    if (readlink("/proc/self/exe", path, PATH_MAX - 1) < 0)
        die("/proc/self/exe cannot be read");
    char *name = strrchr(path, '/') + 1;
    snprintf(name, sizeof(path) - (size_t)(name - path), "libwhyhang.so");
    if (access(path, R_OK))
        die("'%s': %s", path, strerror(errno));
    snprintf(all, sizeof(all), "%s%s%s", path, others ? ":" : "",
             others ? others : "");
    setenv("LD_PRELOAD", all, 1);
}

int
main(int argc, char **argv)
{
    struct wish wish = {.after_ns = INT64_C(5000000000)};
    const struct argp argp = {
        .options = table,
        .parser = parse,
        .args_doc = "PROGRAM [ARGUMENT...]",
        .doc = "Runs the program. When nothing has moved for a while, or on "
               "SIGQUIT (Ctrl-\\), it prints on stderr what each thread waits "
               "for, since when, where, which thread holds the lock, and which "
               "could have signalled. For any dynamically linked program."};
    char after[24];

    begin_program();
    argp_parse(&argp, argc, argv, ARGP_IN_ORDER, NULL, &wish);
    snprintf(after, sizeof(after), "%lld", (long long)wish.after_ns / 1000000);
    setenv("WHYHANG_AFTER_MS", after, 1);
    if (wish.ends || wish.n_tries)
        setenv("WHYHANG_ENDS", "1", 1);
    if (wish.seed)
        setenv("WHYHANG_SHAKE", wish.seed, 1);
    preload();
    blind_tell(wish.program[0]);
    if (wish.n_tries)
        return tries_run(wish.program,
                         strtoull(wish.seed ? wish.seed : "1", NULL, 10),
                         wish.n_tries);
    execvp(wish.program[0], wish.program);
    die("'%s': %s", wish.program[0], strerror(errno));
}
