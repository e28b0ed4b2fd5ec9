/* `bench compare A B`: did a change make anything better or worse?
 * SPDX-License-Identifier: MIT
 *
 * A side is one run or, better, several; see differ.h for how they are judged.
 */
#include <argp.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "bench/run/child/command.h"
#include "die.h"
#include "differ.h"

enum { EXIT_WORSE = 3, NAMES = 5 };

struct comparison {
    const char *folders[SIDES];
    double fail_above; /* percent; NAN: never fails */
    bool all;
    size_t n, n_failing, n_missing;
    size_t n_of[DIFFERENCE_UNJUDGED + 1];
};

static const struct argp_option table[] = {
    {"fail-above", 'f', "PERCENT", 0,
     "Exit with 3 when anything is worse by more than that, or on one side "
     "only",
     0},
    {"all", 'a', NULL, 0, "Also print where no difference was seen", 0},
    {0}};

/* "10" or "10%". */
static double
parse_percent(const struct argp_state *state, const char *value)
{
    char *end;
    double percent = strtod(value, &end);

    if (end == value || (*end && strcmp(end, "%")) || !(percent >= 0) ||
        percent > 1e6)
        argp_error(state, "--fail-above: '%s' is no percentage", value);
    return percent;
}

static error_t
parse(int key, char *value, struct argp_state *state)
{
    struct comparison *c = state->input;

    switch (key) {
    case 'f':
        c->fail_above = parse_percent(state, value);
        return 0;
    case 'a':
        c->all = true;
        return 0;
    case ARGP_KEY_ARG:
        if (state->arg_num >= SIDES)
            argp_error(state, "unexpected argument '%s'", value);
        c->folders[state->arg_num] = value;
        return 0;
    case ARGP_KEY_END:
        if (state->arg_num < SIDES)
            argp_error(state, "two folders of results are needed, or two "
                              "lists of them");
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

static void
print_one(struct comparison *c, const struct number *x, const struct differ *d)
{
    static const char *const verdicts[] = {"no difference seen", "better",
                                           "worse", "not judged"};

    c->n++;
    c->n_of[d->difference]++;
    c->n_failing +=
        d->difference == DIFFERENCE_WORSE && d->percent > c->fail_above;
    if (d->difference == DIFFERENCE_BETTER ||
        d->difference == DIFFERENCE_WORSE || c->all)
        printf("%-52s %9.4g to %-9.4g %s\n", x->key, d->a, d->b,
               verdicts[d->difference]);
}

/* The case that a key belongs to: all of it before the column. */
static size_t
case_length(const char *key)
{
    const char *dot = strrchr(key, '.');

    return dot ? (size_t)(dot - key) : strlen(key);
}

/* One line for each case of which a side has nothing. */
static void
print_missing(struct comparison *c, const struct runs *runs)
{
    for (size_t i = 0; i < runs->n; i++) {
        const struct number *x = &runs->all[i], *last = i ? x - 1 : NULL;
        bool has_a = x->side[0].n, has_b = x->side[1].n;
        size_t length = case_length(x->key);
        if (has_a == has_b)
            continue;
        if (!c->n_missing++ || !last || (last->side[0].n && last->side[1].n) ||
            case_length(last->key) != length ||
            strncmp(last->key, x->key, length) != 0)
            printf("only in %s: %.*s (%s ...)\n", has_a ? "A" : "B",
                   (int)length, x->key, x->key + length + 1);
    }
}

static void
print_sum(const struct comparison *c, const struct runs *runs)
{
    printf("%zu compared: %zu better, %zu worse, %zu on one side only\n", c->n,
           c->n_of[DIFFERENCE_BETTER], c->n_of[DIFFERENCE_WORSE], c->n_missing);
    if (runs->n_runs[0] >= DIFFER_RUNS_MIN &&
        runs->n_runs[1] >= DIFFER_RUNS_MIN)
        return;
    puts("With fewer than 3 runs on a side only a factor of 4 is called a "
         "difference, from\n6 rounds on: runs of the same program differ by a "
         "third.  Give more a side\n(A1,A2,A3 B1,B2,B3); of two builds of one "
         "queue, best have both in one run:\nbench --contender A.so "
         "--contender B.so.");
}

/* Lines of env.json that matter to a comparison and are not the same. */
static void
read_machine(const char *folders, const char *const *names,
             char lines[NAMES][256])
{
    char path[512], line[256];

    size_t length = strcspn(folders, ",");
    snprintf(path, sizeof(path), "%.*s/env.json",
             length < 480 ? (int)length : 480, folders);
    FILE *file = fopen(path, "re");
    while (file && fgets(line, sizeof(line), file))
        for (size_t i = 0; i < NAMES; i++)
            if (strstr(line, names[i]))
                snprintf(lines[i], sizeof(line), "%s", line);
    if (file)
        fclose(file);
}

static void
warn_of_machines(const struct comparison *c)
{
    static const char *const names[NAMES] = {"\"cpu_model\"", "\"kernel\"",
                                             "\"compiler\"", "\"flags\"",
                                             "\"cpus\""};
    char lines[SIDES][NAMES][256] = {{""}};

    for (size_t s = 0; s < SIDES; s++)
        read_machine(c->folders[s], names, lines[s]);
    for (size_t i = 0; i < NAMES; i++)
        if (strcmp(lines[0][i], lines[1][i]))
            warn_line("the runs differ in %s", names[i]);
}

int
compare_run(int argc, char **argv)
{
    static const struct argp argp = {
        .options = table,
        .parser = parse,
        .args_doc = "A[,A2...] B[,B2...]",
        .doc = "Compares two runs, or two sides of several runs each, number "
               "by number. Of equal builds at most 1 comparison in 20 says "
               "that anything differs."};
    struct comparison c = {.fail_above = NAN};
    struct runs runs = {.n = 0};

    argp_parse(&argp, argc, argv, 0, NULL, &c);
    for (size_t s = 0; s < SIDES; s++)
        runs_read(&runs, s, c.folders[s]);
    warn_of_machines(&c);
    struct differ *differs = calloc(runs.n + 1, sizeof(*differs));
    if (!differs)
        die("compare: out of memory");
    differ_judge(&runs, differs);
    for (size_t i = 0; i < runs.n; i++)
        if (runs.all[i].side[0].n && runs.all[i].side[1].n)
            print_one(&c, &runs.all[i], &differs[i]);
    print_missing(&c, &runs);
    if (!c.n)
        die("'%s' and '%s' have no number in common", c.folders[0],
            c.folders[1]);
    print_sum(&c, &runs);
    free(differs);
    runs_free(&runs);
    finish_stdout();
    return c.n_failing || (!isnan(c.fail_above) && c.n_missing) ? EXIT_WORSE
                                                                : 0;
}
