/* Histories of real threads: does an order of the calls explain each of them?
 * SPDX-License-Identifier: MIT
 *
 * The explorer asks this of schedules that it makes itself, one step at a time;
 * here the kernel makes them, on as many CPUs as there are.  The judge is the
 * same: history_judge of src/instruments/explore.
 */
#include <argp.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "bench/contenders/conformance/conformance.h"
#include "clock.h"
#include "die.h"
#include "limit.h"
#include "parse.h"
#include "record.h"

const char *argp_program_version = "histories (doorbell) " VERSION;

enum { FILES_MAX = 16, LIMIT_S = 60 };

static struct histories {
    uint64_t each, seed;
    const char *only;
    char *paths[FILES_MAX];
    size_t n_paths;
    uint64_t n_calls, n_passed, n_failed;
} s = {.each = 2000};

static const struct argp_option table[] = {
    {"each", 'n', "N", 0, "How many histories of each contender (2000)", 0},
    {"only", 'o', "NAME", 0, "Of the contenders only this one", 0},
    {"seed", 's', "SEED", 0, "Draws other plans (the time)", 0},
    {0},
};

static error_t
parse(int key, char *value, struct argp_state *state)
{
    const char *why = NULL;

    if (key == 'n')
        why = parse_number(value, 1, 100000000, &s.each);
    else if (key == 's')
        why = parse_number(value, 1, UINT64_MAX, &s.seed);
    else if (key == 'o')
        s.only = value;
    else if (key == ARGP_KEY_ARG && s.n_paths < FILES_MAX)
        s.paths[s.n_paths++] = value;
    else if (key == ARGP_KEY_NO_ARGS)
        argp_error(state, "no contender named");
    else
        return ARGP_ERR_UNKNOWN;
    if (why)
        argp_error(state, "'%s' %s", value, why);
    return 0;
}

static void
print_refused(const struct contender *c, const struct history *h,
              const char *why)
{
    char text[80];

    printf("FAILED %s, capacity %zu: %s\n", c->name, h->capacity, why);
    for (size_t i = 0; i < h->n; i++) {
        call_write(&h->calls[i], text, sizeof(text));
        printf("  %3" PRIu32 " to %3" PRIu32 "  thread %u: %s\n",
               h->calls[i].began, h->calls[i].ended, h->calls[i].task, text);
    }
}

static void
try_one(const struct contender *c, uint64_t seed)
{
    struct record_plan plan = record_draw(c, seed);
    struct history h;
    char why[160];

    limit(LIMIT_S, "%s, seed %" PRIu64, c->name, seed);
    record(c, &plan, &h);
    limit(LIMIT_S, "%s, seed %" PRIu64 ", judging", c->name, seed);
    bool fine = history_judge(&h, why, sizeof(why)) == FAULT_NONE;
    if (!fine && s.n_failed == 0)
        print_refused(c, &h, why);
    s.n_passed += fine;
    s.n_failed += !fine;
    s.n_calls += h.n;
}

static void
try_contender(const struct contender *c)
{
    uint64_t n_before = s.n_failed;

    if (s.only && strcmp(c->name, s.only))
        return;
    if (!(c->traits & CONTENDER_CLOSE) || c->traits & CONTENDER_SPSC)
        return;
    for (uint64_t i = 0; i < s.each; i++)
        try_one(c, s.seed + i * UINT64_C(0x9e3779b97f4a7c15));
    printf("%-16s %" PRIu64 " histories, %" PRIu64 " refused\n", c->name,
           s.each, s.n_failed - n_before);
    fflush(stdout);
}

int
main(int argc, char **argv)
{
    const struct argp argp = {.options = table,
                              .parser = parse,
                              .args_doc = "CONTENDER.so...",
                              .doc = "Records what threads call and get, and "
                                     "looks for an order that explains it."};

    begin_program();
    s.seed = (uint64_t)clock_now_ns();
    argp_parse(&argp, argc, argv, 0, NULL, NULL);
    printf("seed %" PRIu64 "\n", s.seed);
    for (size_t i = 0; i < s.n_paths; i++)
        for (const struct contender *const *list = contenders_load(s.paths[i]);
             *list; list++)
            try_contender(*list);
    limit(0, "done");
    printf("%" PRIu64 " calls\n", s.n_calls);
    printf("%" PRIu64 " passed, %" PRIu64 " failed\n", s.n_passed, s.n_failed);
    finish_stdout();
    return s.n_failed || !s.n_passed ? EXIT_FAILED : 0;
}
