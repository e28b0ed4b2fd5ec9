/* How a schedule ends when no thread can go on.
 * SPDX-License-Identifier: MIT
 */
#include <stdarg.h>
#include <stdio.h>

#include "explore/oracles/ending.h"
#include "explore/engine/engine.h"

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
    if (mutex && mutex->owner != NOBODY)
        add(w, ", which %s holds", engine.tasks[mutex->owner].name);
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
    if (engine.idle_from) /* the polls after it are no story */
        engine.n_steps = engine.idle_from;
    if (n_stuck)
        engine_fail(fault, "%s", words.text);
}
