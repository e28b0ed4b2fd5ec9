/* Five lines of words below the table.
 * SPDX-License-Identifier: MIT
 */
#include <math.h>
#include <stdio.h>

#include "array_len.h"
#include "bench/run/layout.h"
#include "bench/stats/summary.h"
#include "words.h"

static struct summary
ratio_of(const struct bench *bench, const struct scenario *scenario,
         const char *contender, enum column column)
{
    return summary_ratio(bench, scenario,
                         summary_find(scenario, NULL, contender), column);
}

static double
median_of(const struct bench *bench, const struct scenario *scenario,
          const char *params, const char *contender, enum column column)
{
    return summary_of(bench, summary_find(scenario, params, contender), column)
        .median;
}

const char *
words_times(char *text, struct summary ratio, const char *what)
{
    double times = ratio.median;

    if (!ratio.n)
        snprintf(text, WORDS_TIMES, "%s n/a", what);
    else if (ratio.is_interval && stats_holds_one(ratio))
        snprintf(text, WORDS_TIMES, "no difference in %s", what);
    else if (times < 0.95)
        snprintf(text, WORDS_TIMES, "%.2g x the %s", times, what);
    else
        snprintf(text, WORDS_TIMES, "%.*f x the %s", times < 10, times, what);
    return text;
}

/* What the two ratios come to: less delay and less CPU are better. */
static const char *
judge(struct summary cpu, struct summary delay)
{
    bool expensive = cpu.low > 1, cheap = cpu.high < 1;
    bool late = delay.low > 1, prompt = delay.high < 1;

    if (cheap && late)
        return "cheap and late";
    if (expensive && prompt)
        return "expensive and prompt";
    if ((expensive && !prompt) || (late && !cheap))
        return expensive && late ? "worse in both" : "worse";
    if (cheap || prompt)
        return cheap && prompt ? "better in both" : "better";
    return "no difference";
}

static void
say_nap(const struct bench *bench, const char *contender, const char *name,
        FILE *out)
{
    const struct scenario *s = layout_find(bench, "work");
    struct summary cpu =
        ratio_of(bench, s, contender, COLUMN_WORKERS_CPU_PERCENT);
    struct summary delay = ratio_of(bench, s, contender, COLUMN_DELAY_P50_US);
    char a[WORDS_TIMES], b[WORDS_TIMES];

    if (cpu.n && delay.n)
        fprintf(out, "%s at work: %s, %s of block: %s.\n", name,
                words_times(a, cpu, "CPU"), words_times(b, delay, "delay"),
                judge(cpu, delay));
}

/* The two that batch, at nearly the same CPU. */
static void
say_gather(const struct bench *bench, FILE *out)
{
    const struct scenario *s = layout_find(bench, "work");
    struct scenario to_nap = s ? *s : (struct scenario){0};
    char a[WORDS_TIMES], b[WORDS_TIMES];

    to_nap.baseline = "nap-10ms";
    struct summary cpu =
        ratio_of(bench, &to_nap, "gather-10ms", COLUMN_WORKERS_CPU_PERCENT);
    struct summary delay =
        ratio_of(bench, &to_nap, "gather-10ms", COLUMN_DELAY_P50_US);
    if (cpu.n && delay.n)
        fprintf(out, "block+gather against nap 10 ms: %s, %s.\n",
                words_times(a, cpu, "CPU"), words_times(b, delay, "delay"));
}

static void
say_idle(const struct bench *bench, FILE *out)
{
    const struct scenario *s = layout_find(bench, "idle");
    enum column cpu = COLUMN_CPU_PERCENT;
    double one = median_of(bench, s, "workers=1", "nap-10ms", cpu);
    double many = median_of(bench, s, "workers=1000", "nap-10ms", cpu);
    double block = median_of(bench, s, "workers=1000", "block", cpu);

    if (!isnan(one) && !isnan(many) && !isnan(block))
        fprintf(
            out,
            "Idle, %% of a core: one that naps %.2g, 1000 that nap %.3g, 1000 "
            "that block %.2g.\n",
            one, many, block);
}

/* Where polling used no more than blocking, as far as can be seen. */
static void
say_where_polling_is_good(const struct bench *bench, FILE *out)
{
    static const struct {
        const char *scenario;
        enum column column;
        const char *what;
    } candidates[] = {
        {"work", COLUMN_WORKERS_CPU_PERCENT, "CPU at work (10 ms)"},
        {"work", COLUMN_DELAY_P50_US, "delay at work (10 ms)"},
        {"idle", COLUMN_CPU_PERCENT, "CPU of one idle worker"},
        {"images", COLUMN_WALL_MS, "time for the photos"},
        {"images", COLUMN_CPU_PERCENT, "CPU for the photos"},
    };
    int n_compared = 0, n = 0;

    for (size_t i = 0; i < ARRAY_LEN(candidates); i++) {
        struct summary ratio =
            ratio_of(bench, layout_find(bench, candidates[i].scenario),
                     "nap-10ms", candidates[i].column);
        if (!ratio.n)
            continue;
        if (!n_compared++)
            fprintf(out, "Polling as good or better:");
        if (ratio.high < 1 || stats_holds_one(ratio))
            fprintf(out, "%s %s", n++ ? "," : "", candidates[i].what);
    }
    if (n_compared)
        fputs(n ? ".\n" : " nowhere here.\n", out);
}

void
words_print(const struct bench *bench, FILE *out)
{
    say_nap(bench, "nap-10ms", "nap 10 ms", out);
    say_nap(bench, "nap-0.1ms", "nap 0.1 ms", out);
    say_gather(bench, out);
    say_idle(bench, out);
    say_where_polling_is_good(bench, out);
}
