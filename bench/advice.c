/* How should a consumer wait, here?
 * SPDX-License-Identifier: MIT
 */

#include "advice.h"
#include "front.h"
#include "layout.h"
#include "table.h"

enum { REGIMES_MAX = 8, TEXT_BYTES = 32 };

/* The fronts of all regimes that were measured. */
struct fronts {
    size_t n;
    struct front of[REGIMES_MAX];
};

static void
make_fronts(const struct bench *bench, struct fronts *fronts)
{
    const struct scenario *latency = layout_find(bench, "latency");

    fronts->n = 0;
    for (size_t i = 0; latency && i < latency->n_settings; i++) {
        struct front *front = &fronts->of[fronts->n];
        if (!latency->settings[i].regime || fronts->n == REGIMES_MAX)
            continue;
        front_make(bench, latency, &latency->settings[i], front);
        fronts->n += front->n > 0;
    }
}

static const char *
time_text(char *text, double us)
{
    if (us >= 1000)
        snprintf(text, TEXT_BYTES, "%.3g ms", us / 1000);
    else
        snprintf(text, TEXT_BYTES, "%.3g us", us);
    return text;
}

static void
print_front(const struct front *front, FILE *out)
{
    char fine[TEXT_BYTES], delay[TEXT_BYTES], cpu[TEXT_BYTES];

    fprintf(out, "%s (%s), delay at p%d:\n", front->regime->regime,
            front->regime->title,
            front->delay == COLUMN_NOTICE_P99_US ? 99 : 90);
    for (size_t i = 0; i < front->n; i++) {
        const struct point *p = &front->points[i];
        if (!p->is_recommended)
            continue;
        table_number(cpu, sizeof(cpu), p->cpu.median, UNIT_PERCENT);
        fprintf(out, "  %7s is fine: %-18s %9s of a core, delay %s\n",
                time_text(fine, p->bound_us), p->entrant->contender->name, cpu,
                time_text(delay, p->delay.median));
    }
}

/* Who dominates the entrant in the last regime, if somebody does in all. */
static const struct entrant *
always_dominated(const struct fronts *fronts, const struct entrant *entrant)
{
    const struct entrant *dominator = NULL;

    for (size_t i = 0; i < fronts->n; i++)
        for (size_t j = 0; j < fronts->of[i].n; j++) {
            const struct point *p = &fronts->of[i].points[j];
            if (p->entrant == entrant &&
                (!p->dominator || !p->delay.is_interval))
                return NULL;
            if (p->entrant == entrant)
                dominator = p->dominator;
        }
    return dominator;
}

static void
print_never(const struct bench *bench, const struct fronts *fronts, FILE *out)
{
    size_t n = 0;

    for (size_t i = 0; i < bench->field.n; i++) {
        const struct entrant *e = &bench->field.all[i];
        const struct entrant *dominator = always_dominated(fronts, e);
        if (dominator)
            fprintf(out, "%s%s (%s is better)",
                    n++ ? ", " : "never: ", e->contender->name,
                    dominator->contender->name);
    }
    if (n)
        fputc('\n', out);
}

void
advice_print(const struct bench *bench, FILE *out)
{
    static struct fronts fronts;

    make_fronts(bench, &fronts);
    if (!fronts.n)
        return;
    fputs("How should a consumer wait, here?\n", out);
    for (size_t i = 0; i < fronts.n; i++)
        print_front(&fronts.of[i], out);
    print_never(bench, &fronts, out);
}

static void
write_point(const struct front *front, const struct point *p, bool is_first,
            FILE *out)
{
    fprintf(out,
            "%s\n  {\"regime\": \"%s\", \"params\": \"%s\", \"name\": \"%s\", "
            "\"percentile\": %d, \"fine_us\": %.6g, \"delay_us\": %.6g, "
            "\"cpu_percent\": %.6g}",
            is_first ? "" : ",", front->regime->regime, front->regime->params,
            p->entrant->contender->name,
            front->delay == COLUMN_NOTICE_P99_US ? 99 : 90, p->bound_us,
            p->delay.median, p->cpu.median);
}

void
advice_write_json(const struct bench *bench, FILE *out)
{
    struct fronts fronts;
    bool is_first = true;

    make_fronts(bench, &fronts);
    fputs("\"recommended\": [", out);
    for (size_t i = 0; i < fronts.n; i++)
        for (size_t j = 0; j < fronts.of[i].n; j++)
            if (fronts.of[i].points[j].is_recommended) {
                write_point(&fronts.of[i], &fronts.of[i].points[j], is_first,
                            out);
                is_first = false;
            }
    fputs("],\n\"never\": [", out);
    is_first = true;
    for (size_t i = 0; i < bench->field.n; i++) {
        const struct entrant *e = &bench->field.all[i];
        if (!always_dominated(&fronts, e))
            continue;
        fprintf(out, "%s\"%s\"", is_first ? "" : ", ", e->contender->name);
        is_first = false;
    }
    fputs("]", out);
}
