/* All that happened in one schedule, for its story.
 * SPDX-License-Identifier: MIT
 */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "explore/command/quiet.h"
#include "explore/tell/record.h"
#include "place/place.h"
#include "preload/symbol.h"

/* The hooks of the engine have no argument for a record. */
static struct record *writing;

static struct line *
new_line(const struct task *who)
{
    static struct line spare;
    struct line *line =
        writing->n < LINES_MAX ? &writing->lines[writing->n++] : &spare;

    *line = (struct line){.task = who->index,
                          .step = engine.n_steps,
                          .now_ns = engine.now_ns};
    return line;
}

/* What a thread has written since its last step is recorded when any thread
 * makes the next step.
 */
static void
tell_changes(void)
{
    static int64_t known[WATCHES_MAX];

    for (size_t i = 0; i < watch_count(); i++) {
        int64_t value = watch_value(i);
        if (writing->n == 0) {
            writing->watched[i] = known[i] = value;
            continue;
        }
        if (known[i] == value)
            continue;
        const struct line *last = &writing->lines[writing->n - 1];
        struct line *line = new_line(&engine.tasks[last->task]);
        line->step = last->step;
        line->is_words = true;
        line->watch = i + 1;
        line->value = known[i] = value;
        watch_write(i, line->words, sizeof(line->words));
    }
}

/* Steps are recorded before they are made, in whatever thread chose them; where
 * its own thread is, is where it asked for it.
 */
static void
tell(const struct task *who, const struct done *done, const struct op *op)
{
    tell_changes();
    struct line *line = new_line(who);
    line->done = *done;
    line->frames.return_to[0] = op->site;
}

static void
say(const struct task *who, const char *text)
{
    tell_changes();
    struct line *line = new_line(who);
    line->is_words = true;
    snprintf(line->words, sizeof(line->words), "%s", text);
}

static void
meet(const struct object *o)
{
    if (writing->n_objects == NAMES_MAX)
        return;
    writing->objects[writing->n_objects++] =
        (struct named){.kind = o->kind,
                       .address = o->address,
                       .frames = frames_here()};
}

static bool
is_taken(const struct record *r, size_t n, const char *name)
{
    for (size_t i = 0; i < n; i++)
        if (!strcmp(r->objects[i].name, name))
            return true;
    return false;
}

/* A variable has its own name; a part of one has that by which a call names it. */
static void
find_name(const struct named *o, char *name, size_t size)
{
    char variable[SYMBOL_BYTES];

    if (symbol_variable(o->address, object_kind_size(o->kind), variable)) {
        snprintf(name, size, "%.*s", (int)size - 1, variable);
        return;
    }
    for (int i = 0; i < FRAMES_MAX && o->frames.return_to[i] && !*name; i++)
        place_argument(place_of(o->frames.return_to[i]), name, size);
    if (!*name)
        snprintf(name, size, "%s", object_kind_name(o->kind));
}

static void
name_object(struct record *r, size_t n)
{
    struct named *o = &r->objects[n];
    char name[24] = "";

    if (o->kind == OBJECT_BUDGET)
        return;
    find_name(o, name, sizeof(name));
    snprintf(o->name, sizeof(o->name), "%s", name);
    for (unsigned i = 2; is_taken(r, n, o->name); i++)
        snprintf(o->name, sizeof(o->name), "%s %u", name, i);
}

void
record_search(struct record *r, const struct session *s, struct search *search)
{
    r->n = r->n_objects = 0;
    memset(r->watched, 0, sizeof(r->watched));
    writing = r;
    engine.tell = tell;
    engine.say = say;
    object_met = meet;
    quiet_begin();
    engine_run(search, s->root, s->argument);
    if (writing->n)
        tell_changes();
    while (r->n && r->lines[r->n - 1].step > engine.n_steps)
        r->n--;
    quiet_end();
    engine.tell = NULL;
    engine.say = NULL;
    object_met = NULL;
    for (r->n_tasks = 0; r->n_tasks < engine.n_tasks; r->n_tasks++)
        memcpy(r->tasks[r->n_tasks], engine.tasks[r->n_tasks].name,
               sizeof(r->tasks[0]));
    for (size_t i = 0; i < r->n_objects; i++)
        name_object(r, i);
}

void
record_schedule(struct record *r, const struct session *s,
                const struct choice *steps, size_t n)
{
    struct search *search = search_replay(steps, n, s->strict);

    record_search(r, s, search);
    search_end(search);
}

const char *
record_object(const struct record *r, int object)
{
    return object >= 0 && (size_t)object < r->n_objects
               ? r->objects[object].name
               : "";
}
