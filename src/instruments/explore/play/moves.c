/* The moves of a position: the key of each, and what it does in words.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <string.h>

#include "explore/engine/engine.h"
#include "explore/memory/memory.h"
#include "explore/play/moves.h"
#include "explore/tell/columns/columns.h"

/* Without those that are commands: h, q, r, s, u. */
static const char letters[] = "abcdefgijklmnoptvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

enum { DIGITS = 10 };

char
thread_key(unsigned task)
{
    return task < DIGITS ? (char)('0' + task) : '-';
}

/* Whether the move is the one that the digit of its thread makes: the first,
 * if that is the thread's own step.
 */
static bool
is_plain(const struct position *p, size_t i)
{
    const struct choice *c = &p->offered[i];
    enum op_kind kind = engine.tasks[c->task].next.kind;
    bool chooses = kind == OP_SIGNAL || kind == OP_FUTEX_WAKE;

    if (c->task >= DIGITS || c->variant == VARIANT_FLUSH)
        return false;
    if (!chooses)
        return c->variant == VARIANT_DONE;
    for (size_t k = 0; k < i; k++)
        if (p->offered[k].task == c->task)
            return false;
    return true;
}

char
move_key(const struct position *p, size_t i)
{
    size_t n = 0;

    if (is_plain(p, i))
        return thread_key(p->offered[i].task);
    for (size_t k = 0; k < i; k++)
        n += !is_plain(p, k);
    return n < sizeof(letters) - 1 ? letters[n] : '-';
}

int
move_of_key(const struct position *p, char key)
{
    for (size_t i = 0; i < p->n_offered; i++)
        if (key != '-' && move_key(p, i) == key)
            return (int)i;
    return -1;
}

void
move_words(struct position *p, size_t i, char *words, size_t size)
{
    struct record *r = &p->record;
    const struct choice *c = &p->offered[i];
    const struct task *t = &engine.tasks[c->task];

    if (r->n == LINES_MAX)
        r->n--;
    struct line *line = &r->lines[r->n];
    *line = (struct line){.task = c->task,
                          .done = engine_done(t, &t->next, c->variant)};
    line_words(r, line, words, size);
}

void
blocked_words(const struct position *p, unsigned task, char *words, size_t size)
{
    const struct task *t = &engine.tasks[task];
    const struct object *o = t->next.object;
    const char *name = o ? record_object(&p->record, (int)o->index) : "";

    bool is_over = p->n_offered == 0 && !engine.fault && !engine.unseen;

    if (t->ended || is_over)
        snprintf(words, size, "has ended");
    else if (engine.fault > FAULT_LIVELOCK && t == engine.last)
        snprintf(words, size, "made the last step");
    else if (engine.buffers && memory_buffered(t))
        snprintf(words, size, "waits until its stores have arrived");
    else if (t->next.kind == OP_JOIN)
        snprintf(words, size, "waits for the end of %s",
                 t->next.target == task ? "the others"
                                        : engine.tasks[t->next.target].name);
    else if (o && o->owner != NOBODY && t->next.kind != OP_SLEEP)
        snprintf(words, size, "waits for %s, which %s holds", name,
                 engine.tasks[o->owner].name);
    else if (t->next.kind == OP_REST)
        snprintf(words, size, "polled, found nothing, and waits for news");
    else
        snprintf(words, size, "waits for %s", *name ? name : "another thread");
}
