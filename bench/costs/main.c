/* costs: does what costs n times, and says how long each took.
 * SPDX-License-Identifier: MIT
 */
#include <argp.h>
#include <stdio.h>
#include <string.h>

#include "array_len.h"
#include "clock.h"
#include "costs.h"
#include "die.h"
#include "parse.h"

enum { CASES_MAX = 64 };

struct options {
    uint64_t n;
    const char *cases[CASES_MAX + 1]; /* none: all */
    size_t n_cases;
};

static const struct argp_option table[] = {
    {"times", 'n', "N", 0, "How often each is done (1000000)", 0}, {0}};

static error_t
parse_one(int key, char *value, struct argp_state *state)
{
    struct options *o = state->input;
    const char *why;

    switch (key) {
    case 'n':
        why = parse_number(value, 1, 1000000000, &o->n);
        if (why)
            argp_error(state, "--times: '%s' %s", value, why);
        return 0;
    case ARGP_KEY_ARG:
        if (o->n_cases == CASES_MAX)
            argp_error(state, "'%s' is one too many", value);
        o->cases[o->n_cases++] = value;
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

static int
is_wanted(const struct options *o, const char *name)
{
    for (size_t i = 0; i < o->n_cases; i++)
        if (!strcmp(o->cases[i], name))
            return 1;
    return o->n_cases == 0;
}

static int
run_cases(const struct options *o, const struct cost_case *c)
{
    int n = 0;

    for (; c->name; c++) {
        if (!is_wanted(o, c->name))
            continue;
        int64_t before_ns = clock_now_ns();
        c->run((long)o->n);
        printf("%s\t%.3f\n", c->name,
               (double)(clock_now_ns() - before_ns) / (double)o->n);
        n++;
    }
    return n;
}

int
main(int argc, char **argv)
{
    static const struct argp argp = {
        table,
        parse_one,
        "[CASE...]",
        "Prints the nanoseconds that each case took, one time of n.",
        NULL,
        NULL,
        NULL};
    static const struct cost_case *const all_cases[] = {decorator_cases,
                                                        lock_cases,
                                                        manager_cases,
                                                        item_cases};
    struct options o = {.n = 1000000};
    int n = 0;

    begin_program();
    argp_parse(&argp, argc, argv, 0, NULL, &o);
    for (size_t i = 0; i < ARRAY_LEN(all_cases); i++)
        n += run_cases(&o, all_cases[i]);
    if (n == 0)
        die_usage("there is no case '%s'", o.cases[0]);
    finish_stdout();
    return 0;
}
