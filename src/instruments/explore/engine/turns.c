/* Whose turn it is.
 * SPDX-License-Identifier: MIT
 */
#include <stdbool.h>

#include "explore/engine/choices.h"
#include "explore/oracles/ending.h"
#include "explore/memory/memory.h"
#include "explore/engine/turns.h"

void
turns_leave(void)
{
    struct task *t = engine.current;

    engine.current = NULL;
    coroutine_switch(&t->coroutine, &engine.explorer);
    __builtin_unreachable();
}

static void
note_step(struct task *t, unsigned variant)
{
    struct done *step = &engine.steps[engine.n_steps++];

    engine.n_calls += t->next.object && t->next.kind != OP_CHANGE;
    t->n_made++;
    *step = engine_done(t, &t->next, variant);
    t->woken_by = 0;
    if (!t->began)
        t->began = (uint32_t)engine.n_steps;
    if (engine.tell)
        engine.tell(t, step, &t->next);
}

/* By how much a wait ends after its deadline: other threads let time pass. */
static void
note_late(struct task *t, unsigned variant)
{
    if (variant == VARIANT_TIMEOUT && t->deadline != NEVER &&
        t->next.deadline != NEVER && t->next.deadline > t->deadline)
        t->late_ns = t->next.deadline - t->deadline;
}

/* Steps that are made while their thread is stopped: a sleep with a lock to
 * take again is over, a store leaves the store buffer.
 */
static bool
made_for(struct task *t, unsigned variant)
{
    if (variant == VARIANT_FLUSH) {
        memory_flush_one(t);
        return true;
    }
    if (t->next.kind != OP_SLEEP || !t->next.lock)
        return false;
    t->next.object->waiters &= ~(UINT64_C(1) << t->index);
    t->timed_out = variant == VARIANT_TIMEOUT;
    t->looks.n_late += t->timed_out;
    engine.left.spurious -= variant == VARIANT_SPURIOUS;
    if (t->timed_out && engine.now_ns < t->next.deadline)
        engine.now_ns = t->next.deadline;
    t->next.kind = OP_RELOCK;
    t->next.object = t->next.lock;
    t->next.lock = NULL;
    return true;
}

/* The calls of a scenario are few, and so they have no end.  A program may just
 * be a long one.
 */
static void
end_late(void)
{
    if (!engine.program)
        engine_fail(FAULT_LIVELOCK, "no end after %d steps", STEPS_MAX);
    engine_give_up("a schedule of it has no end after %d steps", STEPS_MAX);
}

void
turns_go_on(struct task *from)
{
    struct choices list;
    struct point point = {.choices = list.choices};
    struct task *to;

    for (;;) {
        choices_list(&list, &point);
        if (point.n == 0)
            ending_judge();
        if (engine.n_steps == STEPS_MAX) /* searches have room for so many */
            end_late();
        int i = point.n ? engine.search->choose(engine.search, &point) : -1;
        if (i < 0) {
            engine.pruned = point.n > 0;
            turns_leave();
        }
        to = &engine.tasks[list.choices[i].task];
        to->variant = list.choices[i].variant;
        if (i)
            engine.diverted = engine.n_steps + 1;
        note_step(to, to->variant);
        note_late(to, to->variant);
        if (!made_for(to, to->variant))
            break;
    }
    engine.last = engine.current = to;
    if (to != from)
        coroutine_switch(&from->coroutine, &to->coroutine);
}

void
turns_back(struct task *t)
{
    struct task *parent = t->parent;

    t->parent = NULL;
    engine.current = parent;
    coroutine_switch(&t->coroutine, &parent->coroutine);
}
