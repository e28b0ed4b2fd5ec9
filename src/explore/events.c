/* A recorded schedule as a log of events.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <string.h>

#include "explore/columns.h"
#include "explore/events.h"

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
                            .value = value};
    return event;
}

/* Calls and their results; the queue stands behind all other objects. */
static void
add_words(struct events *e, const struct record *r, const struct line *line)
{
    char *text = e->texts[line - r->lines];
    int queue = (int)r->n_objects;
    size_t item;

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
        add(e, line, EVENT_RINGS, d->object, EVENT_NOBODY);
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

static void
add_names(struct events *e, const struct record *r)
{
    for (size_t i = 0; i < r->n_tasks; i++)
        e->threads[i] = r->tasks[i];
    for (size_t i = 0; i < r->n_objects; i++)
        e->objects[i] = r->objects[i].name;
    e->objects[r->n_objects] = "queue";
}

void
events_of(const struct record *r, const char *title, const char *fault,
          struct events *e)
{
    struct line edge = {.step = 0};

    memset(e, 0, sizeof(*e));
    add_names(e, r);
    e->log =
        (struct event_log){title,      EVENT_STEPS,      e->threads, r->n_tasks,
                           e->objects, r->n_objects + 1, e->events,  0};
    for (; edge.task < r->n_tasks; edge.task++) {
        add(e, &edge, EVENT_STARTS, EVENT_NOTHING, 0);
        e->works[edge.task] = true;
    }
    for (size_t i = 0; i < r->n; i++) {
        edge = r->lines[i];
        add_turn(e, r, &r->lines[i]);
        if (edge.is_words)
            add_words(e, r, &r->lines[i]);
        else
            add_step(e, r, &r->lines[i]);
    }
    if (fault)
        add(e, &edge, EVENT_FAULT, EVENT_NOTHING, 0)->text = fault;
}
