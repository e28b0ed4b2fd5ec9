/* `bench calibrate`: the instrument itself, several times over.
 * SPDX-License-Identifier: MIT
 */
#include <argp.h>
#include <math.h>
#include <stdlib.h>
#include <unistd.h>

#include "calibrate.h"
#include "bench/run/child/command.h"
#include "die.h"
#include "parse.h"
#include "bench/run/child/programs.h"
#include "bench/stats/stats.h"

enum { TIMES = 9, TIMES_MAX = 99 };

static error_t
parse(int key, char *value, struct argp_state *state)
{
    uint64_t *times = state->input;

    if (key == ARGP_KEY_ARG)
        argp_error(state, "unexpected argument '%s'", value);
    if (key != 'n')
        return ARGP_ERR_UNKNOWN;
    const char *why = parse_number(value, 1, TIMES_MAX, times);
    if (why)
        argp_error(state, "--times: '%s' %s", value, why);
    return 0;
}

static uint64_t
options(int argc, char **argv)
{
    static const struct argp_option table[] = {
        {"times", 'n', "N", 0, "How often to measure it (9)", 0}, {0}};
    static const struct argp argp = {
        .options = table,
        .parser = parse,
        .doc = "Measures what the instrument itself costs and holds every "
               "probe against a program of known truth. Exits with 1 when a "
               "median is beyond its bound."};
    uint64_t times = TIMES;

    argp_parse(&argp, argc, argv, 0, NULL, &times);
    return times;
}

/* Returns whether the median keeps its bound; what is n/a is not judged. */
static bool
print_line(const struct calibration_line *line, const double *values, size_t n)
{
    struct summary s = stats_summarize(values, n);
    int places = line->places;
    char bound[32] = "";

    if (line->bound > 0)
        snprintf(bound, sizeof(bound), "  bound %g", line->bound);
    if (s.n == 0)
        printf("%-28s %9s\n", line->what, "n/a");
    else
        printf("%-28s %9.*f %-8s  %s%.*f to %.*f%s  n %zu%s\n", line->what,
               places, s.median, line->unit, s.is_interval ? "" : "(", places,
               s.low, places, s.high, s.is_interval ? "" : ")", s.n, bound);
    return s.n == 0 || line->bound <= 0 || fabs(s.median) < line->bound;
}

int
calibrate_run(int argc, char **argv)
{
    static struct bench bench;
    static struct calibration all[TIMES_MAX];
    size_t n = options(argc, argv);
    bool good = true;

    find_programs(bench.programs, sizeof(bench.programs));
    for (size_t i = 0; i < n; i++) {
        if (isatty(STDERR_FILENO))
            fprintf(stderr, "\r%zu of %zu \033[K", i + 1, n);
        calibrate(&bench);
        calibrate_delay(&bench);
        all[i] = bench.calibration;
    }
    if (isatty(STDERR_FILENO))
        fputs("\r\033[K", stderr);
    for (const struct calibration_line *line = calibration_lines; line->what;
         line++) {
        double values[TIMES_MAX];
        for (size_t i = 0; i < n; i++)
            values[i] = calibration_value(&all[i], line);
        good &= print_line(line, values, n);
    }
    finish_stdout();
    return good ? 0 : EXIT_FAILED;
}
