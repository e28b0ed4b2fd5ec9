/* Far: what the tables come to, in words, by the rule of pair.h.
 * SPDX-License-Identifier: MIT
 */
#include <math.h>
#include <stdio.h>

#include "array_len.h"
#include "bench/report/table.h"
#include "bench/scenarios/far/far.h"
#include "bench/scenarios/far/pair.h"
#include "bench/stats/summary.h"

enum { SURE = 95, WAY_BYTES = 80, MONTH_HOURS = 720 };

/* Why neither is called cheaper. */
static const char *
undecided(const struct pair *p, const struct summary *ratio)
{
    double apart =
        stats_summarize(p->a, p->n).median - stats_summarize(p->b, p->n).median;

    if (ratio->n < STATS_INTERVAL_MIN)
        return "too few rounds to tell";
    if (ratio->low <= 1 && ratio->high >= 1)
        return "they cannot be told apart";
    return fabs(apart) <= 1 ? "less than 1 % of a core apart"
                            : "less than a third apart";
}

static void
say_verdict(const struct pair *p, int verdict)
{
    struct summary ratio = stats_ratio(p->a, p->b, p->n);
    bool is_sure = !verdict || pair_agreeing_draws(p, verdict) >= SURE;
    const char *words = verdict < 0   ? "polling is cheaper"
                        : verdict > 0 ? "woken is cheaper"
                                      : undecided(p, &ratio);

    printf("      x %.2g the CPU (%.2g to %.2g, n %zu): %s%s\n", ratio.median,
           ratio.low, ratio.high, ratio.n, words, is_sure ? "" : ", not sure");
}

/* "1.02 % and 1.8 ms" */
static const char *
say_way(const struct bench *bench, const struct bench_case *test, char *text)
{
    char cpu[32], ms[32];

    table_number(cpu, sizeof(cpu),
                 summary_of(bench, test, COLUMN_BOTH_CPU_PERCENT).median,
                 UNIT_PERCENT);
    table_number(ms, sizeof(ms),
                 summary_of(bench, test, COLUMN_DELAY_P50_US).median,
                 UNIT_US_AS_MS);
    snprintf(text, WAY_BYTES, "%s and %s ms", cpu, ms);
    return text;
}

static const struct {
    const char *params, *what, *workers;
} crews[] = {{"rate=10,workers=1", "1 worker", "one worker"},
             {"rate=10,workers=100", "100 workers", "100 workers"}};

/* At which number of workers polling is clearly the cheaper one, from which on it
 * is so at each larger number that was run.
 */
static void
say_break_even(const struct bench *bench, const struct scenario *far,
               const char *engine)
{
    const char *from = NULL;
    char a[WAY_BYTES], b[WAY_BYTES];
    size_t n = 0;

    for (size_t i = 0; i < ARRAY_LEN(crews); i++) {
        const struct bench_case *nap =
            far_find(far, crews[i].params, engine, "nap-1s");
        const struct bench_case *woken =
            far_find(far, crews[i].params, engine, "woken");
        struct pair p = pair_of(bench, nap, woken, COLUMN_BOTH_CPU_PERCENT);
        int verdict = pair_compare(&p);
        if (!p.n || !summary_of(bench, nap, COLUMN_WALL_MS).n ||
            !summary_of(bench, woken, COLUMN_WALL_MS).n)
            continue; /* one of them was wrong */
        n = n && n < p.n ? n : p.n;
        printf("  %s: %s against %s\n", crews[i].what, say_way(bench, nap, a),
               say_way(bench, woken, b));
        say_verdict(&p, verdict);
        from = verdict < 0 ? from ? from : crews[i].workers : NULL;
    }
    if (n == 0)
        puts("  No advice: the CPU of a server of yours is not read.");
    else if (n < STATS_INTERVAL_MIN)
        printf("  No advice from %zu round%s: it needs %d.\n", n,
               n == 1 ? "" : "s", STATS_INTERVAL_MIN);
    else if (from)
        printf("  Polling every 1 s is cheaper here from %s on, at 10 items a "
               "second, unless\n  one listener hands out.\n",
               from);
    else
        puts("  Polling every 1 s is nowhere clearly cheaper here, up to 100 "
             "workers.");
}

/* What waking each worker costs where one would do. */
static void
say_herd(const struct bench *bench, const struct scenario *far,
         const char *engine)
{
    const char *params = "rate=10,workers=100";
    const struct bench_case *each = far_find(far, params, engine, "woken");
    const struct bench_case *one = far_find(far, params, engine, "handout");
    struct pair cpu = pair_of(bench, one, each, COLUMN_BOTH_CPU_PERCENT);
    struct summary looks = summary_of(bench, each, COLUMN_LOOKS_PER_ITEM);
    struct summary few = summary_of(bench, one, COLUMN_LOOKS_PER_ITEM);
    struct summary ratio = stats_ratio(cpu.a, cpu.b, cpu.n);

    if (!looks.n || !few.n || !ratio.n)
        return;
    printf("  100 idle workers and one item: %.3g looks (%.3g to %.3g); behind "
           "one listener\n  %.3g, and x %.2g the CPU (%.2g to %.2g, n %zu).\n",
           looks.median, looks.low, looks.high, few.median, ratio.median,
           ratio.low, ratio.high, ratio.n);
}

/* "; that is 3.2" in the money of the prices, or nothing without one. */
static void
say_price(const struct bench *bench, double hours, double millions)
{
    char price[32];

    table_number(price, sizeof(price),
                 hours * bench->cpu_hour + millions * bench->million_requests,
                 UNIT_MS);
    if (bench->cpu_hour > 0 || bench->million_requests > 0)
        printf(": %s", price);
    putchar('\n');
}

/* What 100 idle workers ask for in a month of 30 days, if it is as in this run. */
static void
say_month(const struct bench *bench, const struct scenario *far,
          const char *engine)
{
    static const char *const ways[] = {"nap-1s", "woken"};

    puts("  100 idle workers in a month:");
    for (size_t i = 0; i < 2; i++) {
        const struct bench_case *test =
            far_find(far, "rate=0,workers=100", engine, ways[i]);
        struct summary cpu = summary_of(bench, test, COLUMN_BOTH_CPU_PERCENT);
        double hours = cpu.median / 100 * MONTH_HOURS;
        double millions =
            summary_of(bench, test, COLUMN_COMMANDS_PER_S).median *
            MONTH_HOURS * 3600 / 1e6;
        char a[32], b[32];
        table_number(a, sizeof(a), hours, UNIT_MS);
        table_number(b, sizeof(b), millions, UNIT_MS);
        printf("    %s: %s core-hours, %s million commands", ways[i], a, b);
        say_price(bench, hours, millions);
    }
}

/* How far a woken worker is from what the engine can do at best. */
static void
say_round_trip(const struct bench *bench, const struct scenario *far,
               const struct far_kind *kind)
{
    const char *engine = kind->kind;
    const struct bench_case *woken =
        far_find(far, "rate=10,workers=1", engine, "woken");
    double ping = summary_of(bench, far_find(far, "calls=20", engine, "ping"),
                             COLUMN_DELAY_P50_US)
                      .median;
    double put = summary_of(bench, far_find(far, "calls=20", engine, "put"),
                            COLUMN_DELAY_P50_US)
                     .median;
    double notice = summary_of(bench, woken, COLUMN_NOTICE_P50_US).median;

    printf("  A woken worker has an item %.3g ms after its put began: %.2g x a "
           "put\n  (%.2g ms, %s), %.2g x a bare round trip (%.2g ms).\n",
           notice / 1e3, notice / put, put / 1e3, kind->put, notice / ping,
           ping / 1e3);
}

void
far_words(const struct bench *bench, const struct scenario *far)
{
    puts("\nA nap of 1 s against woken, at 10 items a second: CPU of workers "
         "and server, and\nhow long until an item is done.");
    for (const struct far_kind *k = far_kinds; k->kind; k++) {
        if (!far_was_run(bench, far, k->kind))
            continue;
        printf("%s\n", k->title);
        say_break_even(bench, far, k->kind);
        say_herd(bench, far, k->kind);
        say_round_trip(bench, far, k);
        far_words_wire(bench, far, k->kind);
        say_month(bench, far, k->kind);
    }
}
