/* `bench compare A B`: did a change make anything better or worse?
 * SPDX-License-Identifier: MIT
 *
 * How it works: the two runs were made at different times, so their rounds
 * are no pairs.  The interval of B / A is taken from the ends of both: from
 * the low end of B over the high end of A to the high end of B over the low
 * end of A.  When each holds its truth so does this one, so it is never too
 * narrow, and often too wide: a difference that it shows is one.
 */
#include <argp.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "command.h"
#include "csv.h"
#include "die.h"

enum { EXIT_WORSE = 3, NUMBERS_MAX = 65536, KEY_BYTES = 192 };

struct number {
    char key[KEY_BYTES];
    double median, low, high;
};

struct numbers {
    struct number *all;
    size_t n;
};

struct comparison {
    const char *folder[2];
    double fail_above; /* percent; NAN: never fails */
    bool all;
    size_t n, n_worse, n_better, n_failing;
};

static const struct argp_option table[] = {
    {"fail-above", 'f', "PERCENT", 0,
     "Exit with 3 when anything is surely worse by more than that", 0},
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
        if (state->arg_num > 1)
            argp_error(state, "unexpected argument '%s'", value);
        c->folder[state->arg_num] = value;
        return 0;
    case ARGP_KEY_END:
        if (state->arg_num < 2)
            argp_error(state, "two folders of results are needed");
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

static struct numbers
read_numbers(const char *folder)
{
    static struct csv csv;
    char path[512];
    struct numbers numbers = {calloc(NUMBERS_MAX, sizeof(*numbers.all)), 0};

    if (!numbers.all)
        die("'%s': out of memory", folder);
    snprintf(path, sizeof(path), "%.480s/summary.csv", folder);
    csv_open(&csv, path);
    while (csv_next(&csv) && numbers.n < NUMBERS_MAX) {
        struct number *x = &numbers.all[numbers.n++];
        snprintf(x->key, sizeof(x->key), "%s", csv_field(&csv, "key"));
        x->median = csv_number(&csv, "median");
        x->low = csv_number(&csv, "low");
        x->high = csv_number(&csv, "high");
    }
    if (!numbers.n)
        die("'%s': has no numbers", path);
    return numbers;
}

static const struct number *
find(const struct numbers *numbers, const char *key)
{
    for (size_t i = 0; i < numbers->n; i++)
        if (!strcmp(numbers->all[i].key, key))
            return &numbers->all[i];
    return NULL;
}

/* A count of work done is no cost: more of it is neither better nor worse. */
static bool
is_cost(const char *key)
{
    static const char *const counts[] = {".finished", ".refused", ".polls",
                                         ".wakeups", ".delay_max_us"};

    for (size_t i = 0; i < sizeof(counts) / sizeof(*counts); i++) {
        size_t n = strlen(key), m = strlen(counts[i]);
        if (n > m && !strcmp(key + n - m, counts[i]))
            return false;
    }
    return true;
}

static void
compare(struct comparison *c, const struct number *a, const struct number *b)
{
    bool more_is_better = strstr(a->key, ".items_per_s");
    double ratio = b->median / a->median, low = b->low / a->high,
           high = b->high / a->low;
    double cost = more_is_better ? 1 / ratio : ratio;
    bool differs = low > 1 || high < 1;
    const char *verdict = !differs   ? "no difference seen"
                          : cost > 1 ? "worse"
                                     : "better";

    if (!isfinite(ratio) || a->median <= 0)
        return;
    c->n++;
    c->n_worse += differs && cost > 1;
    c->n_better += differs && cost < 1;
    c->n_failing += differs && cost > 1 + c->fail_above / 100;
    if (differs || c->all)
        printf("%-58s %7.3g  %.3g to %.3g  %s\n", a->key, ratio, low, high,
               verdict);
}

/* Lines of env.json that matter to a comparison and are not the same. */
static void
warn_of_machines(const struct comparison *c)
{
    static const char *const names[] = {"\"cpu_model\"", "\"kernel\"",
                                        "\"compiler\"", "\"flags\"",
                                        "\"cpus\""};
    char path[512], lines[2][5][256] = {{""}};

    for (size_t f = 0; f < 2; f++) {
        char line[256];
        snprintf(path, sizeof(path), "%.480s/env.json", c->folder[f]);
        FILE *file = fopen(path, "re");
        while (file && fgets(line, sizeof(line), file))
            for (size_t i = 0; i < 5; i++)
                if (strstr(line, names[i]))
                    snprintf(lines[f][i], sizeof(line), "%s", line);
        if (file)
            fclose(file);
    }
    for (size_t i = 0; i < 5; i++)
        if (strcmp(lines[0][i], lines[1][i]))
            warn_line("the runs differ in %s", names[i]);
}

int
compare_run(int argc, char **argv)
{
    static const struct argp argp = {
        .options = table,
        .parser = parse,
        .args_doc = "A B",
        .doc = "Compares two folders of results, number by number: B / A with "
               "an interval that is never too narrow, and a verdict."};
    struct comparison c = {.fail_above = NAN};

    argp_parse(&argp, argc, argv, 0, NULL, &c);
    struct numbers a = read_numbers(c.folder[0]), b = read_numbers(c.folder[1]);
    warn_of_machines(&c);
    for (size_t i = 0; i < a.n; i++) {
        const struct number *other = find(&b, a.all[i].key);
        if (other && is_cost(a.all[i].key))
            compare(&c, &a.all[i], other);
    }
    if (!c.n)
        die("'%s' and '%s' have no number in common", c.folder[0], c.folder[1]);
    printf("%zu compared: %zu better, %zu worse\n", c.n, c.n_better, c.n_worse);
    free(a.all);
    free(b.all);
    finish_stdout();
    return c.n_failing ? EXIT_WORSE : 0;
}
