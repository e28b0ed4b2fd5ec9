/* Crowds: 16 threads wait, the queue is closed, and all of them come back.
 * SPDX-License-Identifier: MIT
 *
 * When is up to the scheduler: a thread that does not come back is ended by a
 * limit, and named.
 */
#include <argp.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "bench/contenders/conformance/conformance.h"
#include "clock.h"
#include "die.h"
#include "limit.h"
#include "moment.h"
#include "parse.h"

const char *argp_program_version = "crowd (doorbell) " VERSION;

enum { FILES_MAX = 16 };

static struct crowd {
    uint64_t moments, limit_s, seed;
    const char *only;
    char *paths[FILES_MAX];
    size_t n_paths;
    uint64_t n_contenders, n_passed, n_failed;
} s = {.moments = 5000, .limit_s = 60};

static const struct argp_option table[] = {
    {"moments", 'n', "N", 0, "How many in all, at least (5000)", 0},
    {"limit", 'l', "S", 0, "After how long a hang is ended (60)", 0},
    {"only", 'o', "NAME", 0, "Of the contenders only this one", 0},
    {"seed", 's', "SEED", 0, "Draws other moments (the time)", 0},
    {0},
};

static error_t
parse(int key, char *value, struct argp_state *state)
{
    const char *why = NULL;

    if (key == 'n')
        why = parse_number(value, 1, 100000000, &s.moments);
    else if (key == 'l')
        why = parse_number(value, 1, 3600, &s.limit_s);
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
live(const struct contender *c, uint64_t n, uint64_t *random)
{
    char name[160], why[MOMENT_WHY];
    int64_t longest_ns = 0;

    for (uint64_t i = 0; i < n; i++) {
        struct moment m = moment_draw(c, random);
        int64_t began_ns = clock_now_ns();
        moment_write(&m, name, sizeof(name));
        limit((unsigned)s.limit_s, "%s, %s", c->name, name);
        moment_live(c, &m, why);
        s.n_passed += !*why;
        s.n_failed += *why != '\0';
        if (*why)
            printf("FAILED %s, %s: %s\n", c->name, name, why);
        if (clock_now_ns() - began_ns > longest_ns)
            longest_ns = clock_now_ns() - began_ns;
    }
    printf("%-16s %" PRIu64 " moments, the longest took %" PRId64 " ms\n",
           c->name, n, longest_ns / NS_PER_MS);
    fflush(stdout);
}

static bool
takes_part(const struct contender *c)
{
    if (s.only && strcmp(c->name, s.only))
        return false;
    return c->traits & CONTENDER_CLOSE && !(c->traits & CONTENDER_SPSC);
}

/* With 0 moments only counts who takes part. */
static void
live_each(uint64_t n, uint64_t *random)
{
    for (size_t i = 0; i < s.n_paths; i++)
        for (const struct contender *const *list = contenders_load(s.paths[i]);
             *list; list++) {
            s.n_contenders += !n && takes_part(*list);
            if (n && takes_part(*list))
                live(*list, n, random);
        }
}

int
main(int argc, char **argv)
{
    const struct argp argp = {.options = table,
                              .parser = parse,
                              .args_doc = "CONTENDER.so...",
                              .doc = "Closes a queue on 16 threads, at so many "
                                     "moments in all."};

    begin_program();
    s.seed = (uint64_t)clock_now_ns();
    argp_parse(&argp, argc, argv, 0, NULL, NULL);
    printf("seed %" PRIu64 "\n", s.seed);
    live_each(0, NULL);
    if (s.n_contenders)
        live_each((s.moments + s.n_contenders - 1) / s.n_contenders, &s.seed);
    limit(0, "done");
    printf("%" PRIu64 " passed, %" PRIu64 " failed\n", s.n_passed, s.n_failed);
    finish_stdout();
    return s.n_failed || !s.n_passed ? EXIT_FAILED : 0;
}
