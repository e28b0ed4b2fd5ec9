/* A recorded schedule as a log of events.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <string.h>

#include "explore/tell/columns/columns.h"
#include "explore/tell/events.h"
#include "place/place.h"

static struct event *
add(struct events *e, const struct line *line, enum event_what what, int object,
    int64_t value)
{
    struct event *event = &e->events[e->log.n_events];

    if (e->log.n_events + 1 < EVENTS_MAX)
        e->log.n_events++;
    *event = (struct event){.time = (int64_t)line->step,
                            .thread = (int32_t)line->task,
                            .what = (int32_t)what,
                            .object = object,
                            .value = value,
                            .place = e->place};
    return event;
}

/* Calls and their results; the queue is behind all other objects. */
static void
add_words(struct events *e, const struct record *r, const struct line *line)
{
    char *text = e->texts[line - r->lines];
    int queue = (int)r->n_objects;
    size_t item;

    if (line->watch) {
        add(e, line, EVENT_COUNTS, queue + (int)line->watch, line->value);
        return;
    }

    snprintf(text, sizeof(e->texts[0]), "%s", line->words);
    if (sscanf(line->words, "put(%zu) = 0", &item) == 1 &&
        strstr(line->words, "= 0"))
        add(e, line, EVENT_PUTS, queue, (int64_t)item);
    else if (sscanf(line->words, "get = %zu", &item) == 1 ||
             sscanf(line->words, "dropped %zu", &item) == 1)
        add(e, line, EVENT_GETS, queue, (int64_t)item);
    add(e, line, EVENT_SAYS, EVENT_NOTHING, 0)->text = text;
}

static void
add_step(struct events *e, const struct record *r, const struct line *line)
{
    char *text = e->texts[line - r->lines];
    const struct done *d = &line->done;

    switch (d->kind) {
    case OP_LOCK:
    case OP_RELOCK:
        if (d->kind == OP_RELOCK || d->variant == VARIANT_DONE)
            add(e, line, EVENT_LOCKS, d->object, 0);
        return;
    case OP_UNLOCK:
        add(e, line, EVENT_UNLOCKS, d->object, 0);
        return;
    case OP_WAIT:
        add(e, line, EVENT_UNLOCKS, d->lock, 0);
        add(e, line, EVENT_WAITS, d->object, 0);
        return;
    case OP_FUTEX_WAIT:
        add(e, line, EVENT_WAITS, d->object, 0);
        return;
    case OP_SIGNAL:
    case OP_FUTEX_WAKE:
        add(e, line, EVENT_RINGS, d->object, line_wakes(r, line));
        return;
    case OP_BROADCAST:
        add(e, line, EVENT_RINGS, d->object, EVENT_NOBODY)->text = "for all";
        return;
    case OP_SLEEP:
        break;
    default:
        add(e, line, EVENT_WORKS, EVENT_NOTHING, 0);
        break;
    }
    line_words(r, line, text, sizeof(e->texts[0]));
    add(e, line, EVENT_SAYS, d->object, 0)->text = text;
}

/* One thread runs, and the others that could are ready. */
static void
add_turn(struct events *e, const struct record *r, const struct line *line)
{
    for (unsigned t = 0; t < r->n_tasks; t++) {
        struct line at = *line;
        at.task = t;
        bool works = t == line->task;
        if (e->waits[t] && !works)
            continue;
        if (e->works[t] != works)
            add(e, &at, works ? EVENT_WORKS : EVENT_READY, EVENT_NOTHING, 0);
        e->works[t] = works;
    }
    e->waits[line->task] =
        !line->is_words &&
        (line->done.kind == OP_WAIT || line->done.kind == OP_FUTEX_WAIT);
    e->works[line->task] &= !e->waits[line->task];
}

/* Where the thread is, or NULL. */
static const char *
place_words(const struct line *line, char *words)
{
    const struct place *place = place_of(line->frames.return_to[0]);

    if (line->is_words || !*place->file)
        return NULL;
    snprintf(words, PLACE_BYTES, "%s:%u %s", place->file, place->line,
             place->function);
    return words;
}

/* A thread that waits for a lock, a semaphore or a join forever has not made
 * that step, and so it is not recorded.
 */
static void
add_stuck(struct events *e, const struct record *r, const struct line *edge)
{
    struct line at = *edge;

    for (at.task = 0; at.task < engine.n_tasks; at.task++) {
        const struct task *t = &engine.tasks[at.task];
        if (t->ended || t->next.kind == OP_SLEEP)
            continue;
        at.frames.return_to[0] = t->next.site;
        e->place = place_words(&at, e->stuck[at.task]);
        int object =
            t->next.object ? (int)t->next.object->index : EVENT_NOTHING;
        add(e, &at, EVENT_WAITS, object, 0)->text =
            t->next.kind == OP_JOIN ? r->tasks[t->next.target] : NULL;
    }
    e->place = NULL;
}

/* A thread ends behind the last thing that it does. */
static void
add_end(struct events *e, const struct record *r, size_t i)
{
    unsigned task = r->lines[i].task;

    if (task >= engine.n_tasks || !engine.tasks[task].ended)
        return;
    for (size_t later = i + 1; later < r->n; later++)
        if (r->lines[later].task == task)
            return;
    e->place = NULL;
    add(e, &r->lines[i], EVENT_ENDS, EVENT_NOTHING, 0);
    e->waits[task] = true; /* it is not ready any more */
}

static void
add_names(struct events *e, const struct record *r)
{
    for (size_t i = 0; i < r->n_tasks; i++)
        e->threads[i] = r->tasks[i];
    for (size_t i = 0; i < r->n_objects; i++)
        e->objects[i] = r->objects[i].name;
    e->objects[r->n_objects] = "queue";
    for (size_t i = 0; i < watch_count(); i++)
        e->objects[r->n_objects + 1 + i] = watch_name(i);
}

void
events_of(const struct record *r, const char *title, const char *fault,
          struct events *e)
{
    struct line edge = {.step = 0};

    memset(e, 0, sizeof(*e));
    add_names(e, r);
    e->log = (struct event_log){title,      EVENT_STEPS,
                                e->threads, r->n_tasks,
                                e->objects, r->n_objects + 1 + watch_count(),
                                e->events,  0};
    for (; edge.task < r->n_tasks; edge.task++) {
        add(e, &edge, EVENT_STARTS, EVENT_NOTHING, 0);
        e->works[edge.task] = true;
    }
    edge.task = 0;
    for (size_t i = 0; i < watch_count(); i++)
        add(e, &edge, EVENT_COUNTS, (int)(r->n_objects + 1 + i), r->watched[i]);
    for (size_t i = 0; i < r->n; i++) {
        edge = r->lines[i];
        e->place = NULL;
        add_turn(e, r, &r->lines[i]);
        e->place = place_words(&edge, e->places[i]);
        if (edge.is_words)
            add_words(e, r, &r->lines[i]);
        else
            add_step(e, r, &r->lines[i]);
        add_end(e, r, i);
    }
    e->place = NULL;
    if (engine.fault == FAULT_DEADLOCK)
        add_stuck(e, r, &edge);
    if (fault)
        add(e, &edge, EVENT_FAULT, EVENT_NOTHING, 0)->text = fault;
}
