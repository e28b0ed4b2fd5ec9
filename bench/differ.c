/* Whether two sides of runs differ, number by number.
 * SPDX-License-Identifier: MIT
 */
#include <math.h>
#include <string.h>

#include "array_len.h"
#include "differ.h"
#include "stats.h"

static const double alpha = 0.05, single_factor = 4, least_change = 0.05;

enum { COLUMNS_MAX = 64 };

/* What the numbers of a column are: how much of one nobody cares about, and
 * whether more of it is worse (1), better (-1), or neither (0).
 */
static const struct unit {
    const char *ending;
    double care;
    int worse;
} units[] = {
    {"cpu_percent", 0.2, 1}, {"items_per_s", 1, -1},   {"delay_max_us", 10, 0},
    {"late_p50_us", 10, 0},  {"late_p90_us", 10, 0},   {"late_p99_us", 10, 0},
    {"_us", 10, 1},          {"_ms", 0.1, 1},          {"_per_s", 10, 1},
    {"_mib", 1, 1},          {"stolen_percent", 1, 1}, {"longest", 5, 1},
    {"finished", 1, 0},      {"refused", 1, 0},        {"polls", 1, 0},
    {"empty_looks", 1, 0},   {"wakeups", 1, 0},
};

static const struct unit other = {"", 1e-9, 1};

static const struct unit *
unit_of(const char *key)
{
    for (size_t i = 0; i < ARRAY_LEN(units); i++) {
        size_t n = strlen(key), m = strlen(units[i].ending);
        if (n >= m && !strcmp(key + n - m, units[i].ending))
            return &units[i];
    }
    return &other;
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

/* The value that the normal distribution exceeds with that chance. */
static double
normal_above(double chance)
{
    double low = 0, high = 40;

    for (int i = 0; i < 100; i++) {
        double middle = (low + high) / 2;
        *(erfc(middle / sqrt(2)) / 2 > chance ? &low : &high) = middle;
    }
    return low;
}

/* The same of Student's, by its expansion around the normal one (Abramowitz
 * and Stegun, 26.7.5).
 */
static double
student_above(double chance, double freedom)
{
    double z = normal_above(chance), f = freedom;

    return z + (pow(z, 3) + z) / (4 * f) +
           (5 * pow(z, 5) + 16 * pow(z, 3) + 3 * z) / (96 * f * f) +
           (3 * pow(z, 7) + 19 * pow(z, 5) + 17 * pow(z, 3) - 15 * z) /
               (384 * pow(f, 3));
}

static bool
runs_differ(const struct number *x, struct spreads *spreads, double chance)
{
    const struct unit *unit = unit_of(x->key);
    const struct values *a = &x->side[0], *b = &x->side[1];
    double n = (double)a->n, m = (double)b->n;
    const struct spread *all = spread_of(spreads, x->key);
    double own = (squares(a, unit) + squares(b, unit)) / (n + m - 2);
    double spread = sqrt(fmax(own, all->squares / all->freedom));
    double apart = fabs(mean(a, unit) - mean(b, unit));

    return apart >
           spread * sqrt(1 / n + 1 / m) * student_above(chance, all->freedom);
}

/* With one run on a side, or both. */
static bool
single_runs_differ(const struct number *x)
{
    const struct unit *unit = unit_of(x->key);
    const struct values *a = &x->side[0], *b = &x->side[1];
    double apart = fabs(mean(a, unit) - mean(b, unit));

    return apart >= log(single_factor) &&
           (a->high < b->low || b->high < a->low);
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
    bool is_single = x->side[0].n < 2 || x->side[1].n < 2;
    double a = median(&x->side[0]), b = median(&x->side[1]);
    double apart = scale(b, unit) - scale(a, unit);

    *d = (struct differ){DIFFERENCE_UNJUDGED, a, b,
                         100 * (exp(unit->worse < 0 ? -apart : apart) - 1)};
    if (!unit->worse ||
        (is_single && (!x->side[0].is_interval || !x->side[1].is_interval)))
        return;
    d->difference = DIFFERENCE_NONE_SEEN;
    if (fabs(b - a) < unit->care || fabs(apart) < least_change)
        return;
    if (is_single ? single_runs_differ(x) : runs_differ(x, spreads, chance))
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
            judge(&runs->all[i], &spreads, alpha / 2 / (double)n_judged,
                  &differs[i]);
}
