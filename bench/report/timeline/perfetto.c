/* A timeline as Chrome's trace events.
 * SPDX-License-Identifier: MIT
 */
#include <inttypes.h>
#include <stdbool.h>

#include "json.h"
#include "perfetto.h"

struct writer {
    const struct timeline *t;
    FILE *out;
    bool is_first;
    bool in_state[TIMELINE_NAMES]; /* a slice is open */
};

/* What every event begins with; ns become the format's microseconds. */
static void
begin(struct writer *w, const char *phase, const char *name, int thread,
      int64_t time)
{
    fputs(w->is_first ? "\n" : ",\n", w->out);
    w->is_first = false;
    fputs("{\"name\": ", w->out);
    json_quote(name, w->out);
    fprintf(w->out, ", \"ph\": \"%s\", \"pid\": %d, \"tid\": %d, \"ts\": %.3f",
            phase, w->t->program_of[thread], thread, (double)time / 1e3);
}

static void
end(struct writer *w)
{
    fputs("}", w->out);
}

static void
write_names(struct writer *w)
{
    for (size_t i = 0; i < w->t->n_programs; i++) {
        fprintf(w->out,
                "%s{\"name\": \"process_name\", \"ph\": \"M\", \"pid\": %zu, "
                "\"args\": {\"name\": ",
                w->is_first ? "\n" : ",\n", i);
        json_quote(w->t->programs[i], w->out);
        fputs("}}", w->out);
        w->is_first = false;
    }
    for (size_t i = 0; i < w->t->n_threads; i++) {
        begin(w, "M", "thread_name", (int)i, 0);
        fputs(", \"args\": {\"name\": ", w->out);
        json_quote(w->t->threads[i], w->out);
        fputs("}", w->out);
        end(w);
    }
}

static void
write_state(struct writer *w, const struct event *e)
{
    if (w->in_state[e->thread]) {
        begin(w, "E", "", e->thread, e->time);
        end(w);
    }
    w->in_state[e->thread] = e->what != EVENT_ENDS;
    if (e->what == EVENT_ENDS)
        return;
    begin(w, "B", event_what_name(e->what), e->thread, e->time);
    end(w);
}

/* An item is on its way from its put to its get, in one queue. */
static void
write_flow(struct writer *w, const struct event *e)
{
    bool puts = e->what == EVENT_PUTS;

    begin(w, puts ? "s" : "f", "item", e->thread, e->time);
    fprintf(w->out, ", \"cat\": \"item\", \"id\": \"%" PRIx64 ".%d\"%s",
            (uint64_t)e->value, e->object, puts ? "" : ", \"bp\": \"e\"");
    end(w);
}

/* Beside the states, which need not nest with it: an asynchronous slice. */
static void
write_hold(struct writer *w, const struct event *e)
{
    const char *name = e->object < 0 ? "a lock" : w->t->objects[e->object];

    begin(w, e->what == EVENT_LOCKS ? "b" : "e", name, e->thread, e->time);
    fprintf(w->out, ", \"cat\": \"lock\", \"id\": \"%d.%d\"", e->thread,
            e->object);
    end(w);
}

static void
write_count(struct writer *w, const struct event *e)
{
    begin(w, "C", w->t->objects[e->object], e->thread, e->time);
    fprintf(w->out, ", \"args\": {\"value\": %" PRId64 "}", e->value);
    end(w);
}

static void
write_instant(struct writer *w, const struct event *e)
{
    begin(w, "i", event_what_name(e->what), e->thread, e->time);
    fputs(", \"s\": \"t\"", w->out);
    if (e->object >= 0) {
        fputs(", \"args\": {\"object\": ", w->out);
        json_quote(w->t->objects[e->object], w->out);
        fputs("}", w->out);
    }
    end(w);
}

void
perfetto_write(const struct timeline *t, FILE *out)
{
    struct writer w = {.t = t, .out = out, .is_first = true};

    fputs("{\"displayTimeUnit\": \"ms\", \"traceEvents\": [", out);
    write_names(&w);
    for (size_t i = 0; i < t->n_events; i++) {
        const struct event *e = &t->events[i];
        if (event_is_state(e))
            write_state(&w, e);
        else if (e->what == EVENT_PUTS || e->what == EVENT_GETS)
            write_flow(&w, e);
        else if (e->what == EVENT_LOCKS || e->what == EVENT_UNLOCKS)
            write_hold(&w, e);
        else if (e->what == EVENT_COUNTS)
            write_count(&w, e);
        else
            write_instant(&w, e);
    }
    fputs("\n]}\n", out);
}
