/* One subject explored: what may go wrong, the search, and the report.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "die.h"
#include "explore/engine/engine.h"
#include "explore/command/explore.h"
#include "explore/command/quiet.h"
#include "explore/play/graph/graph.h"
#include "explore/tell/pairs/pairs.h"
#include "explore/play/goal.h"
#include "explore/play/player.h"
#include "explore/search/schedule.h"
#include "explore/search/shorten.h"
#include "explore/oracles/findings.h"
#include "explore/oracles/unseen.h"
#include "place/place.h"

/* The calls that may fail: as many as the scenario or the options say,
 * whichever is more.
 */
static struct luck
luck_of(const struct subject *subject)
{
    const struct options *o = subject->options;
    struct luck luck = {o->spurious, o->failing_allocations,
                        o->failing_creations};
    const struct scenario *s = subject->scenario;

    if (s && s->spurious > luck.spurious)
        luck.spurious = s->spurious;
    if (s && s->failing_allocations > luck.allocations)
        luck.allocations = s->failing_allocations;
    return luck;
}

struct session
subject_session(const struct subject *subject)
{
    const struct options *o = subject->options;

    return (struct session){.kind = o->search,
                            .preemptions = o->preemptions,
                            .seed = o->seed,
                            .n_schedules = o->schedules,
                            .depth = o->depth,
                            .limit_s = o->limit_s,
                            .pairs = o->pairs,
                            .budget = o->budget};
}

static void
write_place(const void *address)
{
    const struct place *place = place_of(address);

    if (*place->file)
        printf(", at %s:%u %s", place->file, place->line, place->function);
}

/* Says why there is no verdict: for one, a loop in code that is not
 * instrumented may wait for memory that the explorer does not see.
 */
static void
refuse(const struct subject *subject)
{
    bool could_be_seen = !engine.unseen || engine.stuck;

    subject->tally->n_refused++;
    printf("%s: %s",
           subject->contender ? subject->contender->name
                              : subject->target->path,
           engine.why);
    if (engine.stuck)
        write_place(engine.stuck);
    printf(": not explored%s\n",
           could_be_seen && !subject->target->is_instrumented
               ? "; compile it with -fsanitize=thread"
               : "");
}

/* Whether memory changes in this schedule by no access that was seen. */
static bool
is_changed_unseen(const struct session *s, const struct choice *steps, size_t n)
{
    unseen.watched = true;
    unseen.changed = false;
    session_replay(s, steps, n);
    unseen.watched = false;
    engine.fault = s->fault;
    return unseen.changed;
}

/* Accesses that assembler orders look like a race, so none is reported where
 * memory changes unseen.
 */
static bool
is_ordered_unseen(const struct session *s)
{
    bool changed =
        s->fault == FAULT_RACE && is_changed_unseen(s, s->steps, s->n);

    for (size_t i = 0; i < findings.n && !changed; i++)
        changed =
            findings.all[i].kind == FAULT_RACE &&
            is_changed_unseen(s, findings.all[i].steps, findings.all[i].n);
    if (!changed)
        return false;
    snprintf(engine.why, sizeof(engine.why),
             "memory is changed by code that is not seen, as assembler is, and "
             "what that orders cannot be known");
    return true;
}

/* The explorer puts memory back between schedules, and a library that it does
 * not see may crash by that.
 */
static bool
is_shared_unseen(const struct session *s)
{
    if (!unseen.shared || (s->fault && s->fault != FAULT_CRASH))
        return false;
    snprintf(engine.why, sizeof(engine.why),
             "threads share memory that is not seen");
    return true;
}

/* Of code that is not instrumented only calls are seen, and it may make none.
 */
static bool
is_unseen(const struct subject *subject, const struct session *s)
{
    if (engine.unseen)
        return true;
    if (subject->target->is_instrumented)
        return is_ordered_unseen(s);
    if (is_shared_unseen(s))
        return true;
    if (!subject->contender || engine.n_calls ||
        (s->fault && s->fault != FAULT_LIVELOCK))
        return false;
    snprintf(engine.why, sizeof(engine.why), "no lock, wait or signal is seen");
    return true;
}

/* Whether the contender has no queue of this capacity. */
static bool
is_refused(const struct subject *subject, const struct session *s)
{
    return subject->contender && ((struct game *)s->argument)->refused;
}

/* Searches; false when there is no verdict. */
static bool
search(const struct subject *subject, struct session *s)
{
    session_run(s);
    if (is_refused(subject, s))
        return false;
    if (is_unseen(subject, s)) {
        refuse(subject);
        return false;
    }
    findings_unite();
    if (s->fault)
        shorten(s);
    return true;
}

static void
judge(const struct subject *subject, struct session *s)
{
    if (!search(subject, s))
        return;
    report_line(subject, s);
    if (s->pairs)
        pairs_write(s, stdout);
    if (s->fault)
        report_story(subject, s);
    report_findings(subject);
    subject->tally->n_faults += s->fault || findings.n;
}

/* Whether something in this one schedule is not seen. */
static bool
is_replay_unseen(const struct subject *subject, struct session *s)
{
    unseen = (struct unseen){.watched = !engine.races};
    quiet_begin();
    session_replay(s, s->steps, s->n);
    quiet_end();
    unseen.watched = false;
    s->fault = engine.fault;
    return is_unseen(subject, s);
}

static void
replay(const struct subject *subject, struct session *s)
{
    schedule_read(subject->options->replay, &s->steps, &s->n);
    s->strict = subject->options->strict;
    if (is_replay_unseen(subject, s)) {
        refuse(subject);
        return;
    }
    findings_reset();
    report_story(subject, s);
    findings_unite();
    report_findings(subject);
    bool impossible = s->strict && engine.n_steps < s->n;
    if (impossible)
        report_impossible(s);
    subject->tally->n_impossible += impossible;
    subject->tally->n_faults += s->fault || findings.n;
}

/* The reader plays one thing, so it must be named. */
static void
play(const struct subject *subject, struct session *s)
{
    const struct options *o = subject->options;

    if (subject->contender &&
        (o->n_scenarios != 1 ||
         (subject->target->contenders[1] && !o->contender)))
        die_usage("--play takes one contender and one scenario: -C, -s");
    if (isatty(STDERR_FILENO))
        fputs("Searching the schedules first, which may take seconds ...\n",
              stderr);
    if (search(subject, s))
        player_run(subject, s);
}

/* All positions, for the book.  Only of a program: all of its past is in its
 * memory.
 */
static void
draw(const struct subject *subject, struct session *s)
{
    const char *path = subject->options->graph;
    struct graph *g;
    char goal[GOAL_BYTES];

    if (subject->contender)
        die_usage("--graph takes a program, not a contender");
    if (!search(subject, s))
        return;
    g = malloc(sizeof(*g));
    FILE *out = fopen(path, "w");
    if (!g || !out)
        die("'%s': %s", path, strerror(errno));
    goal_write(subject, s, goal, sizeof(goal));
    bool is_whole = graph_build(g, s);
    if (is_whole)
        graph_write(g, goal_title(subject), goal, out);
    if (ferror(out) | fclose(out))
        die("'%s': write error", path);
    printf(is_whole ? "%s: %zu positions, %zu moves\n"
                    : "%s: not drawn: more than %zu positions\n",
           goal_title(subject), g->n_nodes, g->n_edges);
    subject->tally->n_refused += !is_whole;
    graph_free(g);
    free(g);
}

void
subject_run(const struct subject *subject, struct session *s)
{
    engine.luck = luck_of(subject);
    engine.call_steps = subject->options->call_steps;
    engine.trylocks = subject->target->tries_locks;
    engine.races = engine.buffers = subject->target->is_instrumented;
    engine.program = !subject->contender;
    if (subject->options->replay)
        replay(subject, s);
    else if (subject->options->graph)
        draw(subject, s);
    else if (subject->options->plays)
        play(subject, s);
    else
        judge(subject, s);
    session_end(s);
}
