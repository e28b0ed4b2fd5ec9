/* One line: what was explored, how far, and what came of it.
 * SPDX-License-Identifier: MIT
 */
#include <inttypes.h>
#include <stdio.h>

#include "explore/engine/engine.h"
#include "explore/command/explore.h"

static void
write_subject(const struct subject *subject)
{
    const struct options *o = subject->options;

    if (!subject->contender) {
        printf("%-36s", subject->target->path);
        return;
    }
    printf("%-14s %-13s", subject->contender->name, subject->scenario->name);
    if (subject->scenario->count)
        printf(" %ux%ux%u", subject->shape.producers, subject->shape.consumers,
               subject->shape.items);
    printf(" k=%zu", subject->scenario->capacity ? subject->scenario->capacity
                                                 : o->capacity);
}

static void
write_scope(const struct session *s)
{
    switch (s->kind) {
    case SEARCH_BOUNDED:
        printf("  <=%d preemptions", s->preemptions);
        break;
    case SEARCH_REDUCED:
        printf("  unbounded");
        break;
    case SEARCH_RANDOM:
        printf("  random, seed %" PRIu64, s->seed);
        break;
    default:
        printf("  pct %u, seed %" PRIu64, s->depth, s->seed);
    }
    if (engine.luck.spurious)
        printf(", %u spurious", engine.luck.spurious);
    if (engine.luck.allocations)
        printf(", %u allocation fails", engine.luck.allocations);
    if (engine.luck.creations)
        printf(", %u thread fails", engine.luck.creations);
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
    write_subject(subject);
    write_scope(s);
    printf("  %" PRIu64 " schedules", s->n_runs);
    if (s->n_pruned)
        printf(" + %" PRIu64 " cut short", s->n_pruned);
    printf(", up to %zu steps, %.2f s", s->longest, s->seconds);
    if (s->fault)
        printf("  FAULT: %s: %s\n", fault_name(s->fault), s->why);
    else
        printf("  %s, no fault\n", coverage(s));
    fflush(stdout);
}
