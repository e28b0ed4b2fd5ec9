/* Punctual: waits with a deadline from 1 us to 200 ms, and none is early.
 * SPDX-License-Identifier: MIT
 *
 * Eight threads wait side by side for what never comes.  With --storm each of
 * them gets a signal a millisecond; with --moved somebody must move the wall
 * clock meanwhile (LD_PRELOAD=wall.so does), which moves no deadline.
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
#include "waits.h"

const char *argp_program_version = "punctual (doorbell) " VERSION;

enum { FILES_MAX = 16, LIMIT_S = 600, MOVED_S = 3000 };

static struct punctual {
    uint64_t waits, n_passed, n_failed;
    bool storm, moved;
    const char *only;
    char *paths[FILES_MAX];
    size_t n_paths;
    int64_t wall_low_s, wall_high_s; /* ahead of the monotonic clock */
} s = {.waits = 10000, .wall_low_s = INT64_MAX, .wall_high_s = INT64_MIN};

static const struct argp_option table[] = {
    {"waits", 'n', "N", 0, "How many waits in each contender (10000)", 0},
    {"only", 'o', "NAME", 0, "Of the contenders only this one", 0},
    {"storm", 's', 0, 0, "With a signal a millisecond for each thread", 0},
    {"moved", 'm', 0, 0, "Fails unless the wall clock was moved meanwhile", 0},
    {0},
};

static error_t
parse(int key, char *value, struct argp_state *state)
{
    const char *why = NULL;

    if (key == 'n')
        why = parse_number(value, 1, 100000000, &s.waits);
    else if (key == 's')
        s.storm = true;
    else if (key == 'm')
        s.moved = true;
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

/* How far the wall clock is ahead of the monotonic one. */
static void
look_at_wall(void)
{
    struct timespec wall = {0, 0};

    clock_gettime(CLOCK_REALTIME, &wall);
    int64_t ahead_s = (clock_ns(wall) - clock_now_ns()) / NS_PER_S;
    s.wall_low_s = ahead_s < s.wall_low_s ? ahead_s : s.wall_low_s;
    s.wall_high_s = ahead_s > s.wall_high_s ? ahead_s : s.wall_high_s;
}

static void
wait_in(const struct contender *c)
{
    if (s.only && strcmp(c->name, s.only))
        return;
    if (!(c->traits & CONTENDER_TIMED) || c->traits & CONTENDER_SPSC)
        return;
    limit(LIMIT_S, "%s", c->name);
    struct waits w = waits_make(c, s.waits, s.storm);
    look_at_wall();
    uint64_t n_failed = w.n_early + w.n_wrong;
    printf("%-16s %" PRIu64 " on time, %" PRIu64 " early, %" PRIu64
           " something else, %" PRIu64 " signals\n",
           c->name, w.n_passed, w.n_early, w.n_wrong, w.n_signals);
    if (n_failed)
        printf("FAILED %s: up to %" PRId64 " ns early\n", c->name,
               w.earliest_ns);
    fflush(stdout);
    s.n_passed += w.n_passed;
    s.n_failed += n_failed;
}

static void
judge_wall(void)
{
    int64_t moved_s = s.wall_high_s - s.wall_low_s;

    if (!s.moved)
        return;
    printf("the wall clock was moved by %" PRId64 " s\n", moved_s);
    s.n_failed += moved_s < MOVED_S;
}

int
main(int argc, char **argv)
{
    const struct argp argp = {.options = table,
                              .parser = parse,
                              .args_doc = "CONTENDER.so...",
                              .doc = "Waits with deadlines that pass, and "
                                     "fails when one is early."};

    begin_program();
    argp_parse(&argp, argc, argv, 0, NULL, NULL);
    for (size_t i = 0; i < s.n_paths; i++)
        for (const struct contender *const *list = contenders_load(s.paths[i]);
             *list; list++)
            wait_in(*list);
    limit(0, "done");
    judge_wall();
    printf("%" PRIu64 " passed, %" PRIu64 " failed\n", s.n_passed, s.n_failed);
    finish_stdout();
    return s.n_failed || !s.n_passed ? EXIT_FAILED : 0;
}
