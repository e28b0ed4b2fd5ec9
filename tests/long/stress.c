/* Stress: items by the million, in every shape, each of them checked.
 * SPDX-License-Identifier: MIT
 *
 * Every shape of every contender gets the same time, again and again, until so
 * many items have gone through in all: so each weighs what its queue can do.
 */
#include <argp.h>
#include <inttypes.h>
#include <stdio.h>

#include "bench/contenders/conformance/conformance.h"
#include "clock.h"
#include "die.h"
#include "limit.h"
#include "parse.h"
#include "press.h"

const char *argp_program_version = "stress (doorbell) " VERSION;

enum { FILES_MAX = 16, LIMIT_S = 120 };

static struct stress {
    uint64_t items, box_ms;
    char *paths[FILES_MAX];
    size_t n_paths;
    uint64_t n_items, n_passed, n_failed;
} s = {.items = 200000000, .box_ms = 20};

static const struct argp_option table[] = {
    {"items", 'i', "N", 0, "How many items in all (200000000)", 0},
    {"box", 'b', "MS", 0, "How long each shape has at a time (20)", 0},
    {0},
};

static error_t
parse(int key, char *value, struct argp_state *state)
{
    const char *why = NULL;

    if (key == 'i')
        why = parse_number(value, 1, UINT64_C(1) << 40, &s.items);
    else if (key == 'b')
        why = parse_number(value, 1, 10000, &s.box_ms);
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
press_shape(const struct contender *c, const struct shape *shape,
            uint64_t *n_items)
{
    char name[SHAPE_NAME], why[PRESS_WHY];

    shape_write(shape, name);
    limit(LIMIT_S, "%s, %s", c->name, name);
    *n_items += press(c, shape, (int64_t)s.box_ms * NS_PER_MS, why);
    s.n_passed += !*why;
    s.n_failed += *why != '\0';
    if (*why)
        printf("FAILED %s, %s: %s\n", c->name, name, why);
}

static void
press_contender(const struct contender *c)
{
    uint64_t n_items = 0, n_shapes = 0;

    for (size_t i = 0; i < N_SHAPES; i++) {
        struct shape shape = shape_number(i);
        if (shape_fits(&shape, c)) {
            press_shape(c, &shape, &n_items);
            n_shapes++;
        }
    }
    printf("%-16s %3" PRIu64 " shapes %12" PRIu64 " items\n", c->name, n_shapes,
           n_items);
    fflush(stdout);
    s.n_items += n_items;
}

int
main(int argc, char **argv)
{
    const struct argp argp = {.options = table,
                              .parser = parse,
                              .args_doc = "CONTENDER.so...",
                              .doc = "Puts and gets until so many items have "
                                     "gone through, and checks each of them."};

    begin_program();
    argp_parse(&argp, argc, argv, 0, NULL, NULL);
    do
        for (size_t i = 0; i < s.n_paths; i++)
            for (const struct contender *const *list =
                     contenders_load(s.paths[i]);
                 *list; list++)
                press_contender(*list);
    while (s.n_items < s.items && !s.n_failed && s.n_passed);
    limit(0, "done");
    printf("%" PRIu64 " items\n", s.n_items);
    printf("%" PRIu64 " passed, %" PRIu64 " failed\n", s.n_passed, s.n_failed);
    finish_stdout();
    return s.n_failed || !s.n_passed ? EXIT_FAILED : 0;
}
