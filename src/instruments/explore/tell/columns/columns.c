/* A story in columns, one a thread.
 * SPDX-License-Identifier: MIT
 */
#include <string.h>

#include "explore/tell/columns/columns.h"
#include "place/place.h"

/* A story longer than LONG has no end: only its beginning is printed. */
enum { COLUMN = 25, WORDS = 64, LONG = 400, BEGINNING = 50 };

/* The width left of the columns, and right of them in most lines. */
enum { STEP = 6, PLACE = 30, NAME = 12 };

/* The thread that the step has woken, or -1. */
int
line_wakes(const struct record *r, const struct line *line)
{
    bool wakes =
        line->done.kind == OP_SIGNAL || line->done.kind == OP_FUTEX_WAKE;
    uint64_t waiting = 0;

    for (const struct line *l = r->lines; wakes && l < line; l++) {
        if (l->is_words)
            continue;
        if ((l->done.kind == OP_WAIT || l->done.kind == OP_SLEEP ||
             l->done.kind == OP_FUTEX_WAIT) &&
            l->done.object == line->done.object)
            waiting |= UINT64_C(1) << l->task;
        else
            waiting &= ~(UINT64_C(1) << l->task);
        if (l->done.kind == OP_SIGNAL && l->done.object == line->done.object)
            waiting &= ~(UINT64_C(1) << l->done.variant);
        if (l->done.kind == OP_BROADCAST && l->done.object == line->done.object)
            waiting = 0;
    }
    return waiting >> line->done.variant & 1 ? line->done.variant : -1;
}

static void
variant_words(const struct record *r, const struct line *line, char *words,
              size_t size)
{
    int woken = line_wakes(r, line);
    const char *end = "";

    switch (line->done.kind) {
    case OP_SIGNAL:
    case OP_FUTEX_WAKE:
        if (woken < 0)
            snprintf(words, size, ": no waiter");
        else
            snprintf(words, size, ", wakes %s", r->tasks[woken]);
        return;
    case OP_SLEEP:
        end = line->done.variant == VARIANT_TIMEOUT ? ": time is up"
                                                    : ": wakes for no reason";
        break;
    case OP_SEM_WAIT:
    case OP_POLL:
    case OP_LOCK:
        end = line->done.variant == VARIANT_TIMEOUT ? ": time is up" : "";
        break;
    case OP_REST:
        end = line->done.variant == VARIANT_TIMEOUT   ? ": time is up"
              : line->done.variant == VARIANT_LOOK_ON ? ", and looks on"
                                                      : "";
        break;
    case OP_ALLOCATE:
    case OP_CREATE:
        end = line->done.variant == VARIANT_FAIL ? ": fails" : "";
        break;
    default:
        break;
    }
    snprintf(words, size, "%s", end);
}

void
line_words(const struct record *r, const struct line *line, char *words,
           size_t size)
{
    char end[48];

    if (line->is_words) {
        snprintf(words, size, "%s", line->words);
        return;
    }
    const char *object = record_object(r, line->done.object);

    variant_words(r, line, end, sizeof(end));
    snprintf(words, size, "%s%s%s%s", op_verb(line->done.kind),
             *object ? " " : "", object, end);
    if (line->done.kind == OP_JOIN)
        snprintf(words, size, "joins %s",
                 line->done.after_all ? "the others"
                                      : r->tasks[line->done.joined]);
    if (line->done.kind == OP_WAIT)
        snprintf(words, size, "unlocks %s, waits for %s",
                 record_object(r, line->done.lock),
                 record_object(r, line->done.object));
}

static void
pad(FILE *out, size_t from, size_t to)
{
    for (; from < to; from++)
        fputc(' ', out);
}

/* The column of a thread; one that does nothing has none. */
static size_t
column_of(const struct record *r, unsigned task)
{
    size_t column = 0;

    for (unsigned t = 0; t < task; t++)
        for (size_t i = 0; i < r->n; i++)
            if (r->lines[i].task == t) {
                column++;
                break;
            }
    return column;
}

/* Words that are longer than a column reach into the next ones. */
static void
write_line(const struct record *r, const struct line *line, FILE *out)
{
    char words[2 * WORDS];
    const struct place *place = place_of(line->frames.return_to[0]);
    size_t at = column_of(r, line->task) * COLUMN;
    size_t end = column_of(r, TASKS_MAX) * COLUMN;

    line_words(r, line, words, sizeof(words));
    fprintf(out, "%4zu  ", line->step);
    pad(out, 0, at);
    fprintf(out, "%s", words);
    if (*place->file) {
        pad(out, at + strlen(words), end);
        fprintf(out, "  %s:%u %s", place->file, place->line, place->function);
    }
    fputc('\n', out);
}

/* Without columns, where there is no room for them: the name in each line, and
 * the place, or its line only, if that fits.
 */
static void
write_narrow(const struct record *r, const struct line *line, size_t width,
             FILE *out)
{
    char words[2 * WORDS], text[4 * WORDS], where[4 * WORDS] = "";
    const struct place *place = place_of(line->frames.return_to[0]);

    line_words(r, line, words, sizeof(words));
    int n = snprintf(text, sizeof(text), "%4zu  %-*s %s", line->step, NAME,
                     r->tasks[line->task], words);
    int at = *place->file ? snprintf(where, sizeof(where), "  %s:%u",
                                     place->file, place->line)
                          : 0;
    int room = (int)width - n - at - 1;
    if (at > 0 && room >= (int)strlen(place->function))
        snprintf(where + at, sizeof(where) - (size_t)at, " %s",
                 place->function);
    if (n + at > (int)width)
        snprintf(where, sizeof(where), "  :%u", place->line);
    fprintf(out, "%s%s\n", text, where);
}

static void
write_head(const struct record *r, FILE *out)
{
    fprintf(out, "step  ");
    for (unsigned t = 0; t < r->n_tasks; t++)
        if (column_of(r, t + 1) > column_of(r, t))
            fprintf(out, "%-*s", COLUMN, r->tasks[t]);
    fputc('\n', out);
}

void
columns_write(const struct record *r, size_t width, FILE *out)
{
    bool narrow =
        width && STEP + column_of(r, TASKS_MAX) * COLUMN + PLACE > width;
    size_t told = r->n > LONG ? BEGINNING : r->n;

    if (narrow)
        fprintf(out, "step  thread\n");
    else
        write_head(r, out);
    for (size_t i = 0; i < told; i++)
        if (narrow)
            write_narrow(r, &r->lines[i], width, out);
        else
            write_line(r, &r->lines[i], out);
    if (told < r->n)
        fprintf(out, " ...  and so on, to step %zu\n", engine.n_steps);
}

/* The last line that signals the object, or NULL. */
static const struct line *
last_signal(const struct record *r, int object)
{
    for (size_t i = r->n; i-- > 0;) {
        const struct line *line = &r->lines[i];
        if (!line->is_words && line->done.object == object &&
            (line->done.kind == OP_SIGNAL || line->done.kind == OP_BROADCAST ||
             line->done.kind == OP_SEM_POST || line->done.kind == OP_WRITE ||
             line->done.kind == OP_FUTEX_WAKE))
            return line;
    }
    return NULL;
}

static bool
keeps_posts(enum object_kind kind)
{
    return kind == OBJECT_SEMAPHORE || kind == OBJECT_EVENTFD;
}

static bool
takes(const struct line *line, int object)
{
    return !line->is_words && line->done.object == object &&
           (line->done.kind == OP_SEM_TRY || line->done.kind == OP_READ ||
            (line->done.kind == OP_SEM_WAIT &&
             line->done.variant == VARIANT_DONE));
}

/* A post is kept until it is taken, so one behind it has. */
static void
write_post(const struct record *r, const struct line *post, FILE *out)
{
    const struct line *taker = NULL;

    for (const struct line *l = post; l < r->lines + r->n; l++)
        if (takes(l, post->done.object))
            taker = l;
    fprintf(out, "%s posted it at step %zu", r->tasks[post->task], post->step);
    if (taker)
        fprintf(out, ", and %s took it at step %zu", r->tasks[taker->task],
                taker->step);
    fprintf(out, "\n");
}

static void
write_sleeper(const struct record *r, const struct task *t, FILE *out)
{
    int object = (int)t->next.object->index;
    bool keeps = keeps_posts(t->next.object->kind);
    const struct line *signal = last_signal(r, object);
    const char *name = record_object(r, object);
    int woken = signal ? line_wakes(r, signal) : -1;

    fprintf(out, "  %s waits for %s; ", t->name, name);
    if (!signal)
        fprintf(out, "no thread ever %s it\n", keeps ? "posted" : "signalled");
    else if (keeps)
        write_post(r, signal, out);
    else if (signal->done.kind == OP_BROADCAST)
        fprintf(out, "%s broadcast it at step %zu, before that\n",
                r->tasks[signal->task], signal->step);
    else if (woken < 0)
        fprintf(out, "%s signalled it at step %zu, and no thread waited\n",
                r->tasks[signal->task], signal->step);
    else
        fprintf(out, "%s signalled it at step %zu, and that woke %s\n",
                r->tasks[signal->task], signal->step, r->tasks[woken]);
}

static void
write_stuck(const struct record *r, const struct task *t, FILE *out)
{
    const struct object *o = t->next.object;

    switch (t->next.kind) {
    case OP_SLEEP:
    case OP_SEM_WAIT:
    case OP_POLL:
        write_sleeper(r, t, out);
        return;
    case OP_REST:
        fprintf(out, "  %s looks, finds nothing, and looks again\n", t->name);
        return;
    case OP_LOCK:
    case OP_RELOCK:
        fprintf(out, "  %s waits for %s, which %s %s\n", t->name,
                record_object(r, (int)o->index),
                o->owner == NOBODY ? "no thread" : r->tasks[o->owner],
                o->owner != NOBODY && engine.tasks[o->owner].ended
                    ? "held when it ended"
                    : "holds");
        return;
    default:
        return;
    }
}

void
stuck_write(const struct record *r, FILE *out)
{
    if (engine.fault != FAULT_DEADLOCK && engine.fault != FAULT_LIVELOCK)
        return;
    if (engine.n_steps == STEPS_MAX) /* they were cut short, not stuck */
        return;
    for (size_t i = 0; i < engine.n_tasks; i++)
        if (!engine.tasks[i].ended)
            write_stuck(r, &engine.tasks[i], out);
}
