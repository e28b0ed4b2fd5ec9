/* A part of a timeline, which begins with what held then.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "timeline.h"

/* What held at the begin: the last state of each thread, its locks, and the
 * last count of each object.
 */
struct held {
    struct event state[TIMELINE_NAMES], lock[TIMELINE_NAMES],
        count[TIMELINE_NAMES];
    bool has_state[TIMELINE_NAMES], has_lock[TIMELINE_NAMES],
        has_count[TIMELINE_NAMES];
};

static void
hold(struct held *h, const struct event *e)
{
    if (event_is_state(e)) {
        h->state[e->thread] = *e;
        h->has_state[e->thread] = true;
    } else if (e->what == EVENT_LOCKS || e->what == EVENT_UNLOCKS) {
        h->lock[e->thread] = *e;
        h->has_lock[e->thread] = e->what == EVENT_LOCKS;
    } else if (e->what == EVENT_COUNTS) {
        h->count[e->object] = *e;
        h->has_count[e->object] = true;
    }
}

static size_t
begin_part(const struct held *h, int64_t begin, struct event *events)
{
    size_t n = 0;

    for (size_t i = 0; i < TIMELINE_NAMES; i++) {
        if (h->has_state[i])
            events[n++] = h->state[i];
        if (h->has_lock[i])
            events[n++] = h->lock[i];
        if (h->has_count[i])
            events[n++] = h->count[i];
    }
    for (size_t i = 0; i < n; i++)
        events[i].time = begin;
    return n;
}

struct event_log
timeline_part(struct timeline *t, const char *title, int64_t begin, int64_t end)
{
    static struct held held;
    struct event_log log = timeline_log(t, title);
    struct event *events =
        calloc(t->n_events + 3 * TIMELINE_NAMES, sizeof(*events));
    size_t i = 0;

    if (!events)
        die("timeline: %s", strerror(ENOMEM));
    for (; i < t->n_events && t->events[i].time < begin; i++)
        hold(&held, &t->events[i]);
    size_t n = begin_part(&held, begin, events);
    for (; i < t->n_events && t->events[i].time < end; i++)
        events[n++] = t->events[i];
    log.events = events;
    log.n_events = n;
    return log;
}
