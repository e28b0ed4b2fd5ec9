/* What the rounds come to.
 * SPDX-License-Identifier: MIT
 */
#include <math.h>
#include <string.h>

#include "summary.h"

struct summary
summary_of(const struct bench *bench, const struct bench_case *test,
           enum column column)
{
    double values[ROUNDS_MAX];
    size_t n = 0;

    if (test && !samples_wrong(&bench->samples, test))
        n = samples_column(&bench->samples, test, column, values, ROUNDS_MAX);
    return stats_summarize(values, n);
}

const struct bench_case *
summary_find(const struct scenario *scenario, const char *params,
             const char *contender)
{
    for (size_t i = 0; scenario && i < scenario->n_cases; i++) {
        const struct bench_case *test = &scenario->cases[i];
        if (!strcmp(test->contender, contender) &&
            (!params || !strcmp(test->params, params)))
            return test;
    }
    return NULL;
}

const struct bench_case *
summary_baseline(const struct scenario *scenario, const struct bench_case *test)
{
    if (!scenario || !test)
        return NULL;
    const struct bench_case *baseline =
        summary_find(scenario, test->params, scenario->baseline);
    if (!baseline && !scenario->server) /* a server is its own standard */
        baseline = summary_find(scenario, NULL, scenario->baseline);
    return baseline == test ? NULL : baseline;
}

struct summary
summary_ratio(const struct bench *bench, const struct scenario *scenario,
              const struct bench_case *test, enum column column)
{
    double a[ROUNDS_MAX], b[ROUNDS_MAX];
    const struct samples *samples = &bench->samples;
    const struct bench_case *baseline = summary_baseline(scenario, test);
    size_t n = 0;

    if (baseline && !samples_wrong(samples, test) &&
        !samples_wrong(samples, baseline)) {
        n = samples_column(samples, test, column, a, ROUNDS_MAX);
        size_t m = samples_column(samples, baseline, column, b, ROUNDS_MAX);
        n = n < m ? n : m;
    }
    return stats_ratio(a, b, n);
}

const char *
summary_verdict(struct summary ratio)
{
    if (ratio.n == 0)
        return "";
    if (stats_holds_one(ratio))
        return "no difference seen";
    return ratio.median < 1 ? "less" : "more";
}
