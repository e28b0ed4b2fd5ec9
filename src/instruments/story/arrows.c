/* Arrows: where an item went, and which thread woke which.
 * SPDX-License-Identifier: MIT
 */
#include <stddef.h>

#include "story/picture.h"

static void
write_arrow(const struct picture *p, const struct event *from, int64_t time,
            size_t thread, const char *class)
{
    double y1 = picture_y((size_t)from->thread), y2 = picture_y(thread);
    double edge = y2 > y1 ? PICTURE_BOX / 2.0 : -PICTURE_BOX / 2.0;

    if ((size_t)from->thread == thread)
        edge = 0;
    fprintf(p->out,
            "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" "
            "y2=\"%.1f\" marker-end=\"url(#head-%s)\"/>\n",
            class, picture_x(p, from->time), y1 + edge, picture_x(p, time),
            y2 - edge, class);
}

/* The get of the item that the i-th event put; NULL when no thread got it. */
static const struct event *
find_get(const struct event_log *log, size_t i)
{
    const struct event *put = &log->events[i];

    while (++i < log->n_events) {
        const struct event *e = &log->events[i];
        if (e->what == EVENT_GETS && e->object == put->object &&
            e->value == put->value)
            return e;
    }
    return NULL;
}

void
picture_arrows(const struct picture *p)
{
    for (size_t i = 0; i < p->log->n_events; i++) {
        const struct event *e = &p->log->events[i], *get = NULL;
        if (e->what == EVENT_PUTS)
            get = find_get(p->log, i);
        if (get)
            write_arrow(p, e, get->time, (size_t)get->thread, "item");
        if (e->what == EVENT_RINGS && e->value >= 0 &&
            (size_t)e->value < p->log->n_threads)
            write_arrow(p, e, e->time, (size_t)e->value, "wakes");
    }
}
