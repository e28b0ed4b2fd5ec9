/* The story of a fault: in columns, as events, as a picture.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "die.h"
#include "explore/tell/columns/beside.h"
#include "explore/tell/columns/columns.h"
#include "explore/tell/events.h"
#include "explore/tell/columns/fold.h"
#include "explore/command/explore.h"
#include "explore/memory/memory.h"
#include "explore/oracles/findings.h"
#include "explore/search/schedule.h"
#include "explore/search/shorten.h"
#include "place/place.h"
#include "story/story.h"

static void
write_file(const char *path,
           void (*write)(const struct event_log *log, FILE *out),
           const struct event_log *log)
{
    FILE *out = fopen(path, "w");

    if (!out)
        die("'%s': %s", path, strerror(errno));
    write(log, out);
    if (ferror(out) | fclose(out))
        die("'%s': write error", path);
}

/* The command that runs this schedule again. */
static void
write_command(const struct subject *subject, const struct choice *steps,
              size_t n)
{
    const struct options *o = subject->options;
    struct fold fold;
    FILE *out = fold_begin(&fold, o->width, " \\");

    fprintf(out, "again: %s", program_invocation_name);
    if (subject->contender) {
        fprintf(out, " -C %s -s %s", subject->contender->name, subject->named);
        if (subject->scenario->count)
            fprintf(out, " -p %u -c %u -n %u", subject->shape.producers,
                    subject->shape.consumers, subject->shape.items);
        if (!subject->scenario->capacity)
            fprintf(out, " -k %zu", o->capacity);
    }
    if (o->call_steps)
        fprintf(out, " --call-steps");
    if (o->spurious)
        fprintf(out, " --spurious %u", o->spurious);
    if (o->failing_allocations)
        fprintf(out, " --failing-allocations %u", o->failing_allocations);
    if (o->failing_creations)
        fprintf(out, " --failing-threads %u", o->failing_creations);
    if (o->report)
        fprintf(out, " --report %s", o->report);
    fprintf(out, " --replay '");
    schedule_write(steps, n, out);
    fprintf(out, "' %s\n", subject->target->path);
    fold_end(&fold);
}

/* Of a race: where the two accesses are; else the one place. */
static void
write_places(const void *const *sites, FILE *out)
{
    for (int i = 0; i < 2 && sites[i]; i++) {
        const struct place *place = place_of(sites[i]);
        fprintf(out, "  %s: %s:%u %s: %s\n",
                i          ? "and"
                : sites[1] ? "one"
                           : "at",
                place->file, place->line, place->function, place->text);
    }
}

/* Both runs, and where they part. */
static void
write_pair(const char *path, const struct event_log *failing,
           const struct event_log *passing, const struct beside *b)
{
    const char *notes[NOTES_MAX];
    struct story_pair pair = {failing, passing, (int64_t)b->nearest.same, notes,
                              b->n_notes};
    FILE *out = fopen(path, "w");

    if (!out)
        die("'%s': %s", path, strerror(errno));
    for (size_t i = 0; i < b->n_notes; i++)
        notes[i] = b->notes[i];
    story_write_pair_svg(&pair, out);
    if (ferror(out) | fclose(out))
        die("'%s': write error", path);
}

/* The run is the engine's last; a passing one, if there is one, is not. */
static void
write_files(const struct subject *subject, const struct record *r,
            const struct event_log *passing, const struct beside *b)
{
    static struct events events;
    char fault[FAULT_BYTES + 40];
    const struct options *o = subject->options;

    snprintf(fault, sizeof(fault), "%s: %s", fault_name(engine.fault),
             engine.why);
    events_of(r,
              subject->contender ? subject->contender->name
                                 : subject->target->path,
              engine.fault ? fault : NULL, &events);
    if (o->json)
        write_file(o->json, story_write_json, &events.log);
    if (o->svg && passing && b)
        write_pair(o->svg, &events.log, passing, b);
    else if (o->svg)
        write_file(o->svg, story_write_svg, &events.log);
}

/* The engine is then as it was. */
static void
write_beside(const struct subject *subject, struct session *s,
             const struct record *record)
{
    static struct beside beside;
    static struct events passing;

    s->n_needed = s->n_needed ? s->n_needed : s->n;
    beside_find(&beside, s, record);
    if (beside.passing) {
        session_replay(s, beside.nearest.steps, beside.nearest.n);
        events_of(beside.passing, "the nearest run that passes", NULL,
                  &passing);
    }
    session_replay(s, s->steps, s->n);
    write_files(subject, record, beside.passing ? &passing.log : NULL, &beside);
    beside_write(&beside, subject->options->width);
    beside_end(&beside);
}

static void
write_verdict(const struct session *s)
{
    size_t n = count_switches(s->steps, s->n);

    if (s->strict && engine.n_steps < s->n)
        printf("\nas far as it goes: %zu of %zu steps\n", engine.n_steps, s->n);
    else
        printf("\n%s: %zu steps, %zu switch%s\n", fault_name(engine.fault),
               s->n, n, n == 1 ? "" : "es");
}

static void
write_fault(const struct record *r, size_t width)
{
    struct fold fold;
    FILE *out = fold_begin(&fold, width, "");

    if (engine.fault)
        fprintf(out, "FAULT: %s: %s\n", fault_name(engine.fault), engine.why);
    stuck_write(r, out);
    if (engine.fault == FAULT_RACE)
        write_places(memory_race_sites, out);
    fold_end(&fold);
}

void
report_story(const struct subject *subject, struct session *s)
{
    static struct record record;

    record_schedule(&record, s, s->steps, s->n);
    s->fault = engine.fault;
    if (subject->options->tells) {
        write_verdict(s);
        columns_write(&record, subject->options->width, stdout);
        write_fault(&record, subject->options->width);
        if (!subject->options->replay)
            write_command(subject, s->steps, s->n_needed);
        printf("\n");
    }
    if (subject->options->beside && s->fault)
        write_beside(subject, s, &record);
    else
        write_files(subject, &record, NULL, NULL);
}

void
report_findings(const struct subject *subject)
{
    for (size_t i = 0; i < findings.n; i++) {
        const struct finding *f = &findings.all[i];
        printf("FINDING: %s: %s\n", fault_name(f->kind), f->why);
        write_places(f->sites, stdout);
        if (!subject->options->replay)
            write_command(subject, f->steps, f->n);
    }
    if (findings.n_left_out)
        printf("and %zu more, which were not written down\n",
               findings.n_left_out);
}
