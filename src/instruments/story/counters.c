/* A row for each counter: its value over time, as steps.
 * SPDX-License-Identifier: MIT
 */
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "story/picture.h"

enum { ROW = PICTURE_LANE - 10 };

static bool
is_count(const struct event *e, size_t object)
{
    return e->what == EVENT_COUNTS && e->object == (int32_t)object;
}

/* The largest value that the counter has; -1 when it has none. */
static int64_t
peak(const struct event_log *log, size_t object)
{
    int64_t most = -1;

    for (size_t i = 0; i < log->n_events; i++)
        if (is_count(&log->events[i], object) && log->events[i].value > most)
            most = log->events[i].value;
    return most;
}

/* What it counts: of "poll: length" and "block: length" the same. */
static const char *
kind(const struct event_log *log, size_t object)
{
    const char *colon = strstr(log->objects[object], ": ");

    return colon ? colon : log->objects[object];
}

/* Counters of one kind have one scale, or the eye would be told that 1 is as
 * much as 7.
 */
static int64_t
peak_of_kind(const struct event_log *log, size_t object)
{
    int64_t most = 0;

    for (size_t i = 0; i < log->n_objects; i++)
        if (!strcmp(kind(log, i), kind(log, object)) && peak(log, i) > most)
            most = peak(log, i);
    return most;
}

static void
write_steps(const struct picture *p, size_t object, double bottom, double unit)
{
    double y = bottom;

    fprintf(p->out, "<path class=\"count\" d=\"M%d %.1f", PICTURE_LEFT, bottom);
    for (size_t i = 0; i < p->log->n_events; i++) {
        const struct event *e = &p->log->events[i];
        if (!is_count(e, object))
            continue;
        y = bottom - unit * (double)e->value;
        fprintf(p->out, "H%.1fV%.1f", picture_x(p, e->time), y);
    }
    fprintf(p->out, "H%.1fV%.1fZ\"/>\n", picture_x(p, p->last), bottom);
}

static void
write_row(const struct picture *p, size_t object, size_t row, int64_t most)
{
    double bottom = picture_y(p->log->n_threads + row) + ROW / 2.0;

    fprintf(p->out, "<text x=\"%d\" y=\"%.1f\" class=\"name\">",
            PICTURE_LEFT - 8, bottom - 6);
    picture_text(p, p->log->objects[object]);
    fprintf(p->out, " (%lld)</text>\n", (long long)most);
    int64_t scale = peak_of_kind(p->log, object);
    write_steps(p, object, bottom, scale ? (double)ROW / (double)scale : 0);
}

void
picture_counters(const struct picture *p)
{
    size_t row = 0;

    for (size_t object = 0; object < p->log->n_objects; object++) {
        int64_t most = peak(p->log, object);
        if (most >= 0)
            write_row(p, object, row++, most);
    }
}
