/* What was recorded, as one log.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "timeline.h"

/* A file that is being read, and where its numbers begin in the timeline. */
struct source {
    const char *program, *path;
    size_t line, first_thread, first_object, first_event;
};

__attribute__((noreturn)) static void
refuse(const struct source *s, const char *why)
{
    die("%s:%zu: %s", s->path, s->line, why);
}

static void
add_event(struct timeline *t, struct event e)
{
    if (t->n_events == t->room) {
        t->room = t->room ? 2 * t->room : 4096;
        t->events = realloc(t->events, t->room * sizeof(*t->events));
        if (!t->events)
            die("timeline: %s", strerror(ENOMEM));
    }
    t->events[t->n_events++] = e;
}

/* "main" is the thread whose name is the program's. */
static void
set_name(const struct source *s, char *to, const char *name)
{
    bool is_main = !strncmp(name, "recorded-", 9);

    snprintf(to, TIMELINE_NAME, "%s: %s", s->program, is_main ? "main" : name);
}

static void
read_name(struct timeline *t, const struct source *s, bool is_thread,
          unsigned n, const char *name)
{
    size_t at = n + (is_thread ? s->first_thread : s->first_object);

    if (at >= TIMELINE_NAMES || !*name)
        refuse(s, "too many names, or none");
    set_name(s, is_thread ? t->threads[at] : t->objects[at], name);
    if (is_thread)
        t->program_of[at] = (int)t->n_programs;
    if (is_thread && at >= t->n_threads)
        t->n_threads = at + 1;
    if (!is_thread && at >= t->n_objects)
        t->n_objects = at + 1;
}

static void
read_line(struct timeline *t, const struct source *s, const char *line)
{
    struct event e = {0};
    char name[TIMELINE_NAME] = "";
    unsigned n;

    if (sscanf(line, "thread %u %47[^\n]", &n, name) >= 1 && *name)
        read_name(t, s, true, n, name);
    else if (sscanf(line, "object %u %47[^\n]", &n, name) >= 1 && *name)
        read_name(t, s, false, n, name);
    else if (sscanf(line, "event %" SCNd64 "%d%d%d%" SCNd64, &e.time, &e.thread,
                    &e.what, &e.object, &e.value) == 5) {
        if (e.what < 0 || e.what >= N_EVENT_WHATS)
            refuse(s, "no such event");
        e.thread += (int)s->first_thread;
        e.object += e.object < 0 ? 0 : (int)s->first_object;
        add_event(t, e);
    } else if (!strncmp(line, "lost\t", 5))
        refuse(s, "the recorder had no room for all events");
    else
        refuse(s, "neither a thread, an object nor an event");
}

static int
compare(const void *left, const void *right)
{
    const struct event *a = left, *b = right;

    return (a->time > b->time) - (a->time < b->time);
}

static void
start_at_zero(struct timeline *t, size_t first)
{
    int64_t start = INT64_MAX;

    for (size_t i = first; i < t->n_events; i++)
        if (t->events[i].time < start)
            start = t->events[i].time;
    for (size_t i = first; i < t->n_events; i++)
        t->events[i].time -= start;
    qsort(t->events, t->n_events, sizeof(*t->events), compare);
}

/* When the thread got its first item: the stages in their order; main, which
 * gets none while it works, comes first.
 */
static int64_t
first_get(const struct timeline *t, size_t thread)
{
    if (strstr(t->threads[thread], ": main"))
        return -1;
    for (size_t i = 0; i < t->n_events; i++)
        if (t->events[i].what == EVENT_GETS &&
            t->events[i].thread == (int)thread)
            return t->events[i].time;
    return INT64_MAX;
}

/* Swaps two threads' numbers. */
static void
swap_threads(struct timeline *t, size_t a, size_t b)
{
    char name[TIMELINE_NAME];

    memcpy(name, t->threads[a], sizeof(name));
    memcpy(t->threads[a], t->threads[b], sizeof(name));
    memcpy(t->threads[b], name, sizeof(name));
    for (size_t i = 0; i < t->n_events; i++) {
        int32_t *thread = &t->events[i].thread;
        *thread = *thread == (int)a   ? (int)b
                  : *thread == (int)b ? (int)a
                                      : *thread;
    }
}

static void
order_threads(struct timeline *t, size_t first)
{
    for (size_t i = first; i < t->n_threads; i++)
        for (size_t j = i; j > first && first_get(t, j) < first_get(t, j - 1);
             j--)
            swap_threads(t, j, j - 1);
}

void
timeline_add(struct timeline *t, const char *program, const char *path)
{
    struct source s = {program,      path,         0,
                       t->n_threads, t->n_objects, t->n_events};
    char line[256];
    FILE *file = fopen(path, "re");

    if (!file)
        die("'%s': %s", path, strerror(errno));
    while (fgets(line, sizeof(line), file)) {
        s.line++;
        read_line(t, &s, line);
    }
    fclose(file);
    if (t->n_events == s.first_event || t->n_programs == TIMELINE_PROGRAMS)
        refuse(&s, "holds no events, or is one program too many");
    t->programs[t->n_programs++] = program;
    start_at_zero(t, s.first_event);
    order_threads(t, s.first_thread);
}

struct event_log
timeline_log(struct timeline *t, const char *title)
{
    for (size_t i = 0; i < t->n_threads; i++)
        t->thread_names[i] = t->threads[i];
    for (size_t i = 0; i < t->n_objects; i++)
        t->object_names[i] = t->objects[i];
    return (struct event_log){
        .title = title,
        .unit = EVENT_NS,
        .threads = t->thread_names,
        .n_threads = t->n_threads,
        .objects = t->object_names,
        .n_objects = t->n_objects,
        .events = t->events,
        .n_events = t->n_events,
    };
}

void
timeline_free(struct timeline *t)
{
    free(t->events);
    *t = (struct timeline){0};
}
