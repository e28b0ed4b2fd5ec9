/* How a schedule ends when no thread can go on.
 * SPDX-License-Identifier: MIT
 */
#include <stdarg.h>
#include <stdio.h>

#include "explore/oracles/ending.h"
#include "explore/engine/engine.h"

enum { ROUNDS_TOLD = 2 };

struct words {
    char text[FAULT_BYTES];
    size_t n;
};

__attribute__((format(printf, 2, 3))) static void
add(struct words *w, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    int n =
        vsnprintf(w->text + w->n, sizeof(w->text) - w->n, format, arguments);
    va_end(arguments);

    w->n += n > 0 ? (size_t)n : 0;
    if (w->n >= sizeof(w->text))
        w->n = sizeof(w->text) - 1;
}

static void
tell_owner(struct words *w, const struct object *mutex)
{
    if (!mutex || mutex->owner == NOBODY)
        return;
    const struct task *owner = &engine.tasks[mutex->owner];
    add(w, owner->ended ? ", which %s held when it ended" : ", which %s holds",
        owner->name);
}

static void
tell_stuck(struct words *w, const struct task *t)
{
    const struct op *op = &t->next;

    add(w, "%s%s %s", w->n ? "; " : "", t->name, op_verb(op->kind));
    if (op->kind == OP_JOIN && op->target == t->index)
        add(w, " the others");
    else if (op->kind == OP_JOIN)
        add(w, " %s", engine.tasks[op->target].name);
    else if (op->object && op->kind != OP_REST)
        add(w, " a %s", object_kind_name(op->object->kind));
    if (op->kind == OP_LOCK || op->kind == OP_RELOCK)
        tell_owner(w, op->object);
}

/* It may wait for a variable, and it may calculate. */
static void
give_up_on(const struct task *t)
{
    engine.stuck = t->spin.rests;
    engine_give_up("%s reads the same again and again, and no other thread "
                   "can go on",
                   t->name);
}

static bool
rests(size_t task)
{
    return !engine.tasks[task].ended && engine.tasks[task].next.kind == OP_REST;
}

/* The first step from which on only those that rest now made any. */
static size_t
only_rests_from(void)
{
    size_t from = engine.n_steps;

    while (from && rests(engine.steps[from - 1].task))
        from--;
    return from;
}

/* Of a livelock the story is the way into it, and then some rounds of each loop;
 * all that is left out follows by itself.
 */
static size_t
story_end(void)
{
    unsigned rounds[TASKS_MAX] = {0};
    size_t n_left = 0, end = only_rests_from();

    for (size_t i = 0; i < engine.n_tasks; i++)
        n_left += rests(i);
    for (; end < engine.n_steps && n_left; end++)
        if (engine.steps[end].kind == OP_REST &&
            ++rounds[engine.steps[end].task] == ROUNDS_TOLD)
            n_left--;
    return end > engine.diverted ? end : engine.diverted;
}

void
ending_judge(void)
{
    struct words words = {"", 0};
    enum fault_kind fault = FAULT_DEADLOCK;
    size_t n_stuck = 0;

    for (size_t i = 0; i < engine.n_tasks; i++) {
        const struct task *t = &engine.tasks[i];
        if (t->ended)
            continue;
        if (t->spin.rests)
            give_up_on(t);
        if (t->next.kind == OP_REST)
            fault = FAULT_LIVELOCK;
        tell_stuck(&words, t);
        n_stuck++;
    }
    if (fault == FAULT_LIVELOCK)
        engine.n_steps = story_end();
    if (n_stuck)
        engine_fail(fault, "%s", words.text);
}
