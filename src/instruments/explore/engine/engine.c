/* The engine: runs one schedule after another of one program.
 * SPDX-License-Identifier: MIT
 */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "explore/memory/arena.h"
#include "explore/calls/calls.h"
#include "explore/memory/memory.h"
#include "explore/load/module.h"
#include "explore/engine/turns.h"
#include "explore/oracles/loops/persistence.h"
#include "explore/oracles/unseen.h"

enum { WIPED_BYTES = 2048, SAVED_BYTES = 5 * 8 };

struct engine engine;
size_t clocks_used;

void
engine_fail(enum fault_kind fault, const char *format, ...)
{
    va_list arguments;

    engine.fault = fault;
    va_start(arguments, format);
    vsnprintf(engine.why, sizeof(engine.why), format, arguments);
    va_end(arguments);
    turns_leave();
}

void
engine_give_up(const char *format, ...)
{
    va_list arguments;

    engine.fault = FAULT_WRONG;
    engine.unseen = true;
    va_start(arguments, format);
    vsnprintf(engine.why, sizeof(engine.why), format, arguments);
    va_end(arguments);
    turns_leave();
}

void
engine_quit(void)
{
    turns_leave();
}

void
engine_say(const char *format, ...)
{
    char text[200];
    va_list arguments;

    if (!engine.say)
        return;
    va_start(arguments, format);
    vsnprintf(text, sizeof(text), format, arguments);
    va_end(arguments);
    engine.say(engine.current, text);
}

/* What searches leave on the stack is no state of the program. */
__attribute__((noinline)) static void
wipe_stack(void)
{
    char below[WIPED_BYTES];

    memset(below, 0, sizeof(below));
    __asm__ volatile("" : : "r"(below) : "memory");
}

/* The registers that a call must preserve are below the frame's address. */
__attribute__((noinline)) unsigned
engine_step(struct op op)
{
    struct task *t = engine.current;

    unseen_look();
    __builtin_unwind_init();
    t->frames = (const char *)__builtin_frame_address(0) - SAVED_BYTES;
    if (circle_closes(t, &op)) {
        t->looks.circles = true;
        explore_rest(engine.now_ns, op.site);
    }
    engine.n_switches++;
    t->next = op;
    looks_announce(t, &op);
    persistence_note(t, &op);
    spins_over(&t->spin);
    if (t->parent)
        turns_back(t);
    else
        turns_go_on(t);
    looks_note(t, &op);
    if (t->circle.n_rounds)
        wipe_stack();
    return t->variant;
}

/* What was no step could have come later; end.c asks whether it could not. */
static void
note_passed(const struct task *t, struct object *o)
{
    if (o)
        o->passed.of[t->index] = t->clocks.of[t->index];
}

void
engine_pass(struct op op, unsigned variant)
{
    struct task *t = engine.current;

    note_passed(t, op.object);
    note_passed(t, op.lock);
    looks_announce(t, &op);
    looks_note(t, &op);
    if (engine.tell) {
        struct done step = engine_done(t, &op, variant);
        engine.tell(t, &step, &op);
    }
}

/* The first thread has no parent to go back to: it simply goes on. */
void
engine_run(struct search *search, void *(*root)(void *), void *argument)
{
    memory_reset(engine.n_tasks);
    engine.search = search;
    engine.left = engine.luck;
    engine.now_ns = INT64_C(1000) * 1000 * 1000 * 1000;
    engine.n_tasks = engine.n_steps = 0;
    engine.diverted = engine.ending = 0;
    engine.last = engine.current = NULL;
    engine.fault = FAULT_NONE;
    engine.why[0] = '\0';
    engine.pruned = engine.endless = engine.unseen = false;
    engine.stuck = NULL;
    arena_reset();
    object_reset();
    keys_reset();
    module_restore_globals();
    unseen_begin();
    engine_spawn("main", NO_INDEX, root, argument);
    engine.current = NULL;
}
