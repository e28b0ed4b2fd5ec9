/* One line: what was explored, how far, and what came of it.
 * SPDX-License-Identifier: MIT
 */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>

#include "explore/engine/engine.h"
#include "explore/command/explore.h"
#include "explore/oracles/findings.h"
#include "explore/tell/columns/fold.h"

enum { PACE_RUNS = 1000 }; /* the first ones take longer */

static void
write_subject(const struct subject *subject, FILE *out)
{
    const struct options *o = subject->options;

    if (!subject->contender) {
        fprintf(out, "%-36s", subject->target->path);
        return;
    }
    fprintf(out, "%-14s %-13s", subject->contender->name,
            subject->scenario->name);
    if (subject->scenario->count)
        fprintf(out, " %ux%ux%u", subject->shape.producers,
                subject->shape.consumers, subject->shape.items);
    fprintf(out, " k=%zu",
            subject->scenario->capacity ? subject->scenario->capacity
                                        : o->capacity);
}

static void
write_scope(const struct session *s, FILE *out)
{
    switch (s->kind) {
    case SEARCH_BOUNDED:
        fprintf(out, "  <=%d preemptions", s->preemptions);
        break;
    case SEARCH_REDUCED:
        fprintf(out, "  unbounded");
        break;
    case SEARCH_RANDOM:
        fprintf(out, "  random, seed %" PRIu64, s->seed);
        break;
    default:
        fprintf(out, "  pct %u, seed %" PRIu64, s->depth, s->seed);
    }
    if (engine.luck.spurious)
        fprintf(out, ", %u spurious", engine.luck.spurious);
    if (engine.luck.allocations)
        fprintf(out, ", %u allocation fails", engine.luck.allocations);
    if (engine.luck.creations)
        fprintf(out, ", %u thread fails", engine.luck.creations);
}

/* Two digits of it, for it is not known better. */
static void
write_estimate(const struct session *s, FILE *out)
{
    double n = s->n_estimated, unit = pow(10, fmax(0, floor(log10(n)) - 1));

    fprintf(out, " of about ");
    if (n < 1e6)
        fprintf(out, "%.0f", round(n / unit) * unit);
    else
        fprintf(out, "%.1e", n);
}

static const char *
coverage(const struct session *s)
{
    if (s->fault)
        return "";
    if (!s->complete)
        return "PARTIAL";
    return s->kind >= SEARCH_RANDOM ? "drawn" : "complete";
}

void
report_line(const struct subject *subject, const struct session *s)
{
    struct fold fold;
    bool is_told = s->fault && subject->options->tells;
    FILE *out = fold_begin(&fold, is_told ? subject->options->width : 0, "");

    write_subject(subject, out);
    write_scope(s, out);
    fprintf(out, "  %" PRIu64 " schedules", s->n_runs);
    if (s->n_estimated > 0 && !s->fault)
        write_estimate(s, out);
    if (s->n_pruned)
        fprintf(out, " + %" PRIu64 " cut short", s->n_pruned);
    fprintf(out, ", up to %zu steps, %.2f s", s->longest, s->seconds);
    if (s->n_estimated > 0 && s->n_runs >= PACE_RUNS && !s->fault)
        fprintf(out, " of about %.0f s",
                s->seconds * s->n_estimated / (double)s->n_runs);
    if (s->fault)
        fprintf(out, "  FAULT: %s: %s\n", fault_name(s->fault), s->why);
    else if (findings.n)
        fprintf(out, "  %s, %zu finding%s\n", coverage(s), findings.n,
                findings.n == 1 ? "" : "s");
    else
        fprintf(out, "  %s, no fault\n", coverage(s));
    fold_end(&fold);
    fflush(stdout);
}
