/* Where things are in the picture.
 * SPDX-License-Identifier: MIT
 */
#include <stdbool.h>

#include "story/picture.h"
#include "story/story.h"

static bool
counts(const struct event_log *log, size_t object)
{
    for (size_t i = 0; i < log->n_events; i++)
        if (log->events[i].what == EVENT_COUNTS &&
            log->events[i].object == (int32_t)object)
            return true;
    return false;
}

struct picture
picture_of(const struct event_log *log, FILE *out)
{
    struct picture p = {.log = log, .out = out};

    if (log->n_events) {
        p.first = log->events[0].time;
        p.last = log->events[log->n_events - 1].time;
    }
    p.last += p.last == p.first;
    for (size_t i = 0; i < log->n_objects; i++)
        p.n_counters += counts(log, i);
    for (size_t i = 0; i < log->n_events; i++)
        p.n_faults += log->events[i].what == EVENT_FAULT;
    return p;
}

double
picture_x(const struct picture *p, int64_t time)
{
    double width = STORY_WIDTH - PICTURE_LEFT - PICTURE_RIGHT;

    return PICTURE_LEFT +
           width * (double)(time - p->first) / (double)(p->last - p->first);
}

double
picture_y(size_t thread)
{
    return PICTURE_TOP + PICTURE_LANE * ((double)thread + 0.5);
}

double
picture_axis_y(const struct picture *p)
{
    return PICTURE_TOP +
           PICTURE_LANE * (double)(p->log->n_threads + p->n_counters);
}

double
picture_height(const struct picture *p)
{
    return picture_axis_y(p) + PICTURE_LINE * (4 + (double)p->n_faults);
}

void
picture_text(const struct picture *p, const char *text)
{
    for (const char *c = text; *c; c++)
        switch (*c) {
        case '<':
            fputs("&lt;", p->out);
            break;
        case '>':
            fputs("&gt;", p->out);
            break;
        case '&':
            fputs("&amp;", p->out);
            break;
        case '"':
            fputs("&quot;", p->out);
            break;
        default:
            if ((unsigned char)*c >= ' ')
                fputc(*c, p->out);
        }
}

void
picture_time(const struct picture *p, int64_t time)
{
    double ns = (double)(time - p->first);

    if (p->log->unit == EVENT_STEPS)
        fprintf(p->out, "step %lld", (long long)time);
    else if (ns < 1e6)
        fprintf(p->out, "%.3g us", ns / 1e3);
    else if (ns < 1e9)
        fprintf(p->out, "%.4g ms", ns / 1e6);
    else
        fprintf(p->out, "%.4g s", ns / 1e9);
}

const char *
picture_object(const struct picture *p, const struct event *e)
{
    bool named = e->object >= 0 && (size_t)e->object < p->log->n_objects;

    return named ? p->log->objects[e->object] : "";
}
