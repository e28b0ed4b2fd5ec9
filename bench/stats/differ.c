/* Whether two sides of runs differ, number by number.
 * SPDX-License-Identifier: MIT
 */
#include <math.h>
#include <string.h>

#include "array_len.h"
#include "differ.h"
#include "stats.h"

static const double alpha = 0.05, few_factor = 4, least_change = 0.05;

enum { COLUMNS_MAX = 64, BORROWED = 4 };

/* What the numbers of a column are: how much of one does not matter, and
 * whether more of it is worse (1) or better (-1).  The columns that are not
 * here are not judged: counts of work, and the ends of a distribution, which
 * chance rules.
 */
static const struct unit {
    const char *ending;
    double care;
    int worse;
} units[] = {
    {".cpu_percent", 0.2, 1},    {".workers_cpu_percent", 0.2, 1},
    {".items_per_s", 1, -1},     {".delay_p50_us", 10, 1},
    {".delay_p90_us", 10, 1},    {".notice_p50_us", 10, 1},
    {".notice_p90_us", 10, 1},   {".wall_ms", 0.1, 1},
    {".voluntary_per_s", 10, 1}, {".peak_mib", 1, 1},
    {".stolen_percent", 1, 1},   {".shutdown_us", 10, 1},
};

static const struct unit unjudged = {"", 1, 0};

static const struct unit *
unit_of(const char *key)
{
    for (size_t i = 0; i < ARRAY_LEN(units); i++) {
        size_t n = strlen(key), m = strlen(units[i].ending);
        if (n >= m && !strcmp(key + n - m, units[i].ending))
            return &units[i];
    }
    return &unjudged;
}

static const char *
column_of(const char *key)
{
    const char *dot = strrchr(key, '.');

    return dot ? dot : key;
}

static double
scale(double x, const struct unit *unit)
{
    return log(fmax(x, 0) + unit->care);
}

static double
mean(const struct values *v, const struct unit *unit)
{
    double sum = 0;

    for (size_t i = 0; i < v->n; i++)
        sum += scale(v->median[i], unit);
    return sum / (double)v->n;
}

static double
squares(const struct values *v, const struct unit *unit)
{
    double sum = 0, middle = mean(v, unit);

    for (size_t i = 0; i < v->n; i++)
        sum += pow(scale(v->median[i], unit) - middle, 2);
    return sum;
}

/* Of all numbers of a column: the squares of what runs of a side are apart. */
struct spread {
    const char *column;
    double squares, freedom;
};

struct spreads {
    size_t n;
    struct spread of[COLUMNS_MAX];
};

static struct spread *
spread_of(struct spreads *spreads, const char *key)
{
    size_t i = 0;

    while (i < spreads->n && strcmp(spreads->of[i].column, column_of(key)) != 0)
        i++;
    if (i == spreads->n && i < COLUMNS_MAX - 1)
        spreads->of[spreads->n++] = (struct spread){column_of(key), 0, 0};
    return &spreads->of[i];
}

static bool
is_on_both(const struct number *x)
{
    return x->side[0].n && x->side[1].n;
}

static void
add_spread(struct spreads *spreads, const struct number *x)
{
    const struct unit *unit = unit_of(x->key);
    struct spread *spread = spread_of(spreads, x->key);

    for (size_t s = 0; s < SIDES; s++) {
        spread->squares += squares(&x->side[s], unit);
        spread->freedom += (double)x->side[s].n - 1;
    }
}

/* The chance that Student's t with an even number of degrees of freedom is
 * below t in size (Abramowitz and Stegun, 26.7.4).
 */
static double
student_within(double t, int freedom)
{
    double angle = atan(t / sqrt(freedom)), term = 1, sum = 1;

    for (int i = 2; i < freedom; i += 2) {
        term *= pow(cos(angle), 2) * (i - 1) / i;
        sum += term;
    }
    return sin(angle) * sum;
}

/* The t that is exceeded in size with that chance. */
static double
student_beyond(double chance, int freedom)
{
    double low = 0, high = 1e6;

    for (int i = 0; i < 100; i++) {
        double middle = (low + high) / 2;
        *(1 - student_within(middle, freedom) > chance ? &low : &high) = middle;
    }
    return low;
}

/* A number's own spread is known from few runs, so that of its column counts
 * as well, as if from so many runs more (Smyth, Linear models and empirical
 * Bayes methods, 2004).
 */
static bool
runs_differ(const struct number *x, struct spreads *spreads, double chance)
{
    const struct unit *unit = unit_of(x->key);
    const struct values *a = &x->side[0], *b = &x->side[1];
    double n = (double)a->n, m = (double)b->n;
    const struct spread *all = spread_of(spreads, x->key);
    double own = squares(a, unit) + squares(b, unit);
    double freedom = BORROWED + n + m - 2;
    double spread =
        sqrt((own + BORROWED * all->squares / all->freedom) / freedom);
    double apart = fabs(mean(a, unit) - mean(b, unit));

    return apart > spread * sqrt(1 / n + 1 / m) *
                       student_beyond(chance, (int)freedom / 2 * 2);
}

/* With too few runs on a side, or both. */
static bool
few_runs_differ(const struct number *x)
{
    const struct unit *unit = unit_of(x->key);
    const struct values *a = &x->side[0], *b = &x->side[1];
    double apart = fabs(mean(a, unit) - mean(b, unit));

    return apart >= log(few_factor) && (a->high < b->low || b->high < a->low);
}

static double
median(const struct values *v)
{
    return stats_summarize(v->median, v->n).median;
}

static void
judge(const struct number *x, struct spreads *spreads, double chance,
      struct differ *d)
{
    const struct unit *unit = unit_of(x->key);
    bool is_few =
        x->side[0].n < DIFFER_RUNS_MIN || x->side[1].n < DIFFER_RUNS_MIN;
    double a = median(&x->side[0]), b = median(&x->side[1]);
    double apart = scale(b, unit) - scale(a, unit);

    *d = (struct differ){DIFFERENCE_UNJUDGED, a, b,
                         100 * (exp(unit->worse < 0 ? -apart : apart) - 1)};
    if (!unit->worse ||
        (is_few && (!x->side[0].is_interval || !x->side[1].is_interval)))
        return;
    d->difference = DIFFERENCE_NONE_SEEN;
    if (fabs(b - a) < unit->care || fabs(apart) < least_change)
        return;
    if (is_few ? few_runs_differ(x) : runs_differ(x, spreads, chance))
        d->difference =
            apart * unit->worse > 0 ? DIFFERENCE_WORSE : DIFFERENCE_BETTER;
}

void
differ_judge(const struct runs *runs, struct differ *differs)
{
    struct spreads spreads = {.n = 0};
    size_t n_judged = 0;

    for (size_t i = 0; i < runs->n; i++)
        if (is_on_both(&runs->all[i])) {
            add_spread(&spreads, &runs->all[i]);
            n_judged += unit_of(runs->all[i].key)->worse != 0;
        }
    for (size_t i = 0; i < runs->n; i++)
        if (is_on_both(&runs->all[i]))
            judge(&runs->all[i], &spreads, alpha / (double)n_judged,
                  &differs[i]);
}
