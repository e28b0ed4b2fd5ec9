/* A log of events as JSON.
 * SPDX-License-Identifier: MIT
 */
#include <inttypes.h>
#include <stdbool.h>

#include "json.h"
#include "story/story.h"

static void
write_names(const char *key, const char *const *names, size_t n, FILE *out)
{
    fprintf(out, " \"%s\": [", key);
    for (size_t i = 0; i < n; i++) {
        fputs(i ? ", " : "", out);
        json_quote(names[i], out);
    }
    fputs("],\n", out);
}

static bool
has_value(const struct event *e)
{
    return e->what >= EVENT_PUTS && e->what <= EVENT_COUNTS;
}

static void
write_event(const struct event *e, FILE *out)
{
    fprintf(out, "  {\"time\": %" PRId64 ", \"thread\": %d, \"what\": \"%s\"",
            e->time, e->thread, event_what_name(e->what));
    if (e->object != EVENT_NOTHING)
        fprintf(out, ", \"object\": %d", e->object);
    if (has_value(e))
        fprintf(out, ", \"value\": %" PRId64, e->value);
    if (e->text) {
        fputs(", \"text\": ", out);
        json_quote(e->text, out);
    }
    if (e->place) {
        fputs(", \"place\": ", out);
        json_quote(e->place, out);
    }
    fputs("}", out);
}

void
story_write_json(const struct event_log *log, FILE *out)
{
    fputs("{\"title\": ", out);
    json_quote(log->title, out);
    fprintf(out, ",\n \"unit\": \"%s\",\n",
            log->unit == EVENT_NS ? "ns" : "steps");
    write_names("threads", log->threads, log->n_threads, out);
    write_names("objects", log->objects, log->n_objects, out);
    fputs(" \"events\": [\n", out);
    for (size_t i = 0; i < log->n_events; i++) {
        write_event(&log->events[i], out);
        fputs(i + 1 < log->n_events ? ",\n" : "\n", out);
    }
    fputs(" ]}\n", out);
}
