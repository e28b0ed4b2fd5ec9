/* A thread's lane: its states as boxes, the locks that it holds as bars.
 * SPDX-License-Identifier: MIT
 */
#include <stdbool.h>
#include <stddef.h>

#include "story/picture.h"

/* A lock that is held for a moment, or within one step, is seen all the same. */
static const double LEAST_WIDTH = 3;

static const char *const doing[] = {
    [EVENT_STARTS] = "works", [EVENT_WORKS] = "works", [EVENT_WAITS] = "waits",
    [EVENT_LOOKS] = "looks",  [EVENT_NAPS] = "naps",   [EVENT_READY] = "ready",
};

/* What a mouse over the box tells. */
static void
write_title(const struct picture *p, const struct event *from, const char *what,
            int64_t until)
{
    fputs("<title>", p->out);
    picture_text(p, p->log->threads[from->thread]);
    fprintf(p->out, " %s ", what);
    picture_text(p, picture_object(p, from));
    fputs(", ", p->out);
    picture_time(p, from->time);
    fputs(" to ", p->out);
    picture_time(p, until);
    fputs("</title></rect>\n", p->out);
}

static void
write_state(const struct picture *p, const struct event *from, int64_t until)
{
    double x = picture_x(p, from->time), y = picture_y((size_t)from->thread);

    if (from->what == EVENT_ENDS)
        return;
    fprintf(p->out,
            "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" "
            "height=\"%d\">",
            doing[from->what], x, y - PICTURE_BOX / 2.0,
            picture_x(p, until) - x, PICTURE_BOX);
    write_title(p, from, doing[from->what], until);
}

static void
write_states(const struct picture *p, size_t thread)
{
    const struct event *state = NULL;

    for (size_t i = 0; i < p->log->n_events; i++) {
        const struct event *e = &p->log->events[i];
        if (e->thread != (int32_t)thread || !event_is_state(e))
            continue;
        if (state)
            write_state(p, state, e->time);
        state = e;
    }
    if (state)
        write_state(p, state, p->last);
}

/* When the thread gives back the lock that it got with the i-th event. */
static int64_t
held_until(const struct picture *p, size_t i)
{
    const struct event *got = &p->log->events[i];

    while (++i < p->log->n_events) {
        const struct event *e = &p->log->events[i];
        if (e->what == EVENT_UNLOCKS && e->thread == got->thread &&
            e->object == got->object)
            return e->time;
    }
    return p->last;
}

static void
write_locks(const struct picture *p, size_t thread)
{
    for (size_t i = 0; i < p->log->n_events; i++) {
        const struct event *e = &p->log->events[i];
        if (e->thread != (int32_t)thread || e->what != EVENT_LOCKS)
            continue;
        double x = picture_x(p, e->time);
        int64_t until = held_until(p, i);
        double width = picture_x(p, until) - x;
        fprintf(p->out,
                "<rect class=\"holds\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" "
                "height=\"4\">",
                x, picture_y(thread) + PICTURE_BOX / 2.0 + 1,
                width < LEAST_WIDTH ? LEAST_WIDTH : width);
        write_title(p, e, "holds", until);
    }
}

void
picture_lane(const struct picture *p, size_t thread)
{
    double y = picture_y(thread);

    fprintf(p->out, "<text x=\"%d\" y=\"%.1f\" class=\"name\">",
            PICTURE_LEFT - 8, y + 4);
    picture_text(p, p->log->threads[thread]);
    fputs("</text>\n", p->out);
    write_states(p, thread);
    write_locks(p, thread);
}
