/* The threads of a schedule: how one begins, and how it ends.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stddef.h>
#include <string.h>

#include "die.h"
#include "explore/calls/calls.h"
#include "explore/memory/memory.h"
#include "explore/load/module.h"
#include "explore/engine/turns.h"
#include "explore/oracles/unseen.h"

static void
run_task(void *argument)
{
    struct task *t = argument;

    module_restore_storage();
    errno = 0;
    void *result = t->body(t->argument);
    if (memory_buffered(t))
        engine_step((struct op){.kind = OP_FENCE, .deadline = NEVER});
    engine_end(result);
}

static void
prepare_task(struct task *t, size_t index)
{
    struct coroutine coroutine = t->coroutine;

    if (!coroutine.stack) {
        int error =
            coroutine_make(&coroutine, module_storage(), module_touch_storage);
        if (error)
            die("cannot make a thread: %s", strerror(error));
    }
    memset(t, 0, offsetof(struct task, looks));
    looks_init(&t->looks);
    circle_init(&t->circle);
    t->spin = (struct spin){0};
    t->coroutine = coroutine;
    t->index = (unsigned)index;
    t->deadline = NEVER;
    coroutine_reset(&t->coroutine, run_task, t);
}

/* As snprintf would; but this is done a million times. */
static void
name_task(struct task *t, const char *role, unsigned index)
{
    size_t n = strnlen(role, sizeof(t->name) - 4);

    memset(t->name, 0, sizeof(t->name));
    memcpy(t->name, role, n);
    if (index == NO_INDEX)
        return;
    t->name[n++] = '-';
    if (index >= 10)
        t->name[n++] = (char)('0' + index / 10 % 10);
    t->name[n] = (char)('0' + index % 10);
}

struct task *
engine_spawn(const char *role, unsigned index, void *(*body)(void *),
             void *argument)
{
    struct task *parent = engine.current;

    unseen_look();
    if (engine.n_tasks == TASKS_MAX)
        engine_give_up("more than %d threads", TASKS_MAX - 1);
    struct task *t = &engine.tasks[engine.n_tasks];
    prepare_task(t, engine.n_tasks++);
    clocks_used = engine.n_tasks;
    name_task(t, role, index);
    t->body = body;
    t->argument = argument;
    t->parent = parent;
    t->woken_by = (uint32_t)engine.n_steps;
    if (parent) {
        memory_flush_all(parent); /* to start a thread makes all known to it */
        t->clocks = parent->clocks;
        parent->clocks.of[parent->index]++; /* what follows it does not know */
    }
    t->clocks.of[t->index] = 1;
    engine.current = t;
    coroutine_switch(parent ? &parent->coroutine : &engine.explorer,
                     &t->coroutine);
    return t;
}

void
engine_end(void *result)
{
    struct task *t = engine.current;

    unseen_look();
    keys_end(t);
    t->result = result;
    t->ended = true;
    t->ended_by = (uint32_t)engine.n_steps;
    memory_flush_all(t);
    looks_over(t);
    if (t->parent)
        turns_back(t);
    turns_go_on(t);
    __builtin_unreachable();
}
