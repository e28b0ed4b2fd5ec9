/* The engine: runs one schedule after another of one program.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "die.h"
#include "explore/arena.h"
#include "explore/calls.h"
#include "explore/engine.h"
#include "explore/ending.h"
#include "explore/memory.h"
#include "explore/module.h"

enum { IDLE_RESTS_MAX = 3 };

struct engine engine;

/* The schedule is over; nobody comes back here. */
__attribute__((noreturn)) static void
leave(void)
{
    struct task *t = engine.current;

    engine.current = NULL;
    coroutine_switch(&t->coroutine, &engine.explorer);
    __builtin_unreachable();
}

void
engine_fail(enum fault_kind fault, const char *format, ...)
{
    va_list arguments;

    engine.fault = fault;
    va_start(arguments, format);
    vsnprintf(engine.why, sizeof(engine.why), format, arguments);
    va_end(arguments);
    leave();
}

void
engine_quit(void)
{
    leave();
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

struct list {
    struct choice choices[CHOICES_MAX];
    size_t n;
    uint64_t timeouts;
};

static bool
is_timeout(const struct task *t, unsigned variant)
{
    switch (t->next.kind) {
    case OP_LOCK:
    case OP_SLEEP:
    case OP_SEM_WAIT:
    case OP_POLL:
    case OP_REST:
        return variant == VARIANT_TIMEOUT;
    default:
        return false;
    }
}

static void
list_variants(struct list *list, const struct task *t, unsigned variants)
{
    for (uint8_t v = 0; variants; v++, variants >>= 1)
        if (variants & 1) {
            if (list->n == CHOICES_MAX)
                die("more than %d choices at one step", CHOICES_MAX);
            if (is_timeout(t, v))
                list->timeouts |= UINT64_C(1) << list->n;
            list->choices[list->n++] = (struct choice){(uint8_t)t->index, v};
        }
}

static void
list_task(struct list *list, const struct task *t)
{
    list_variants(list, t, engine_ready(t));
    if (engine.buffers && memory_buffered(t))
        list_variants(list, t, 1u << VARIANT_FLUSH);
}

/* When nobody can go on, who rests looks again: a nap ends by itself. */
static void
list_resting(struct list *list)
{
    for (size_t i = 0; i < engine.n_tasks; i++) {
        const struct task *t = &engine.tasks[i];
        if (!t->ended && t->next.kind == OP_REST &&
            t->looks.n_idle < IDLE_RESTS_MAX)
            list_variants(list, t, 1u << VARIANT_DONE);
    }
}

/* Who made the last step stands first, so that to go on is the first choice.
 */
static void
list_choices(struct list *list, struct point *point)
{
    const struct task *last = engine.last;

    list->n = 0;
    list->timeouts = 0;
    point->stays = point->free = false;
    if (last && !last->ended) {
        list_task(list, last);
        point->stays = list->timeouts != (UINT64_C(1) << list->n) - 1;
        point->free = last->next.kind == OP_SLEEP || last->next.kind == OP_REST;
    }
    for (size_t i = 0; i < engine.n_tasks; i++)
        if (&engine.tasks[i] != last)
            list_task(list, &engine.tasks[i]);
    if (list->n == 0)
        list_resting(list);
    point->n = list->n;
    point->timeouts = list->timeouts;
}

static int16_t
number_of(const struct object *o)
{
    return o ? (int16_t)o->index : -1;
}

/* The step that let the task go on, if one had to. */
static uint32_t
waker(const struct task *t, const struct op *op)
{
    switch (op->kind) {
    case OP_JOIN:
        return engine.tasks[op->target].ended_by;
    case OP_REST:
        return t->looks.news_by;
    default:
        return t->woken_by;
    }
}

/* The end of a sleep does not touch the lock; the fault that wakes it takes
 * from what is left of its kind.
 */
struct done
engine_done(const struct task *t, const struct op *op, unsigned variant)
{
    const struct object *lock = op->lock;

    if (variant == VARIANT_FLUSH)
        return (struct done){.task = (uint8_t)t->index,
                             .variant = VARIANT_FLUSH,
                             .kind = OP_FLUSH,
                             .object = number_of(memory_oldest(t)),
                             .lock = -1};
    if (op->kind == OP_SLEEP)
        lock = variant == VARIANT_SPURIOUS
                   ? object_at(&engine.left, OBJECT_BUDGET, NULL)
                   : NULL;
    return (struct done){.task = (uint8_t)t->index,
                         .variant = (uint8_t)variant,
                         .kind = (uint8_t)op->kind,
                         .object = number_of(op->object),
                         .lock = number_of(lock),
                         .woken_by = waker(t, op),
                         .after_all =
                             op->kind == OP_JOIN && op->target == t->index};
}

static void
note_step(struct task *t, unsigned variant)
{
    struct done *step = &engine.steps[engine.n_steps];

    if (engine.n_steps == STEPS_MAX)
        engine_fail(FAULT_LIVELOCK, "no end after %d steps", STEPS_MAX);
    engine.n_steps++;
    *step = engine_done(t, &t->next, variant);
    t->woken_by = 0;
    if (!t->began)
        t->began = (uint32_t)engine.n_steps;
    if (engine.tell)
        engine.tell(t, step, &t->next);
}

/* Steps that are made while their thread stands still: a sleep with a lock to
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
    t->next.object->waiters &= ~(1u << t->index);
    t->timed_out = variant == VARIANT_TIMEOUT;
    engine.left.spurious -= variant == VARIANT_SPURIOUS;
    if (t->timed_out && engine.now_ns < t->next.deadline)
        engine.now_ns = t->next.deadline;
    t->next.kind = OP_RELOCK;
    t->next.object = t->next.lock;
    t->next.lock = NULL;
    return true;
}

/* Lets somebody go on; returns when it is from's turn again. */
static void
go_on(struct task *from)
{
    struct list list;
    struct point point = {.choices = list.choices};
    struct task *to;

    for (;;) {
        list_choices(&list, &point);
        if (point.n == 0)
            ending_judge();
        int i = point.n ? engine.search->choose(engine.search, &point) : -1;
        if (i < 0) {
            engine.pruned = point.n > 0;
            leave();
        }
        to = &engine.tasks[list.choices[i].task];
        to->variant = list.choices[i].variant;
        note_step(to, to->variant);
        if (!made_for(to, to->variant))
            break;
    }
    engine.last = engine.current = to;
    if (to != from)
        coroutine_switch(&from->coroutine, &to->coroutine);
}

/* The first step of a new thread: its parent goes on first. */
static void
back_to_parent(struct task *t)
{
    struct task *parent = t->parent;

    t->parent = NULL;
    engine.current = parent;
    coroutine_switch(&t->coroutine, &parent->coroutine);
}

unsigned
engine_step(struct op op)
{
    struct task *t = engine.current;

    engine.n_switches++;
    t->next = op;
    looks_announce(t, &op);
    if (t->parent)
        back_to_parent(t);
    else
        go_on(t);
    looks_note(t, &op);
    return t->variant;
}

void
engine_pass(struct op op, unsigned variant)
{
    struct task *t = engine.current;

    looks_announce(t, &op);
    looks_note(t, &op);
    if (engine.tell) {
        struct done step = engine_done(t, &op, variant);
        engine.tell(t, &step, &op);
    }
}

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
        int error = coroutine_make(&coroutine, module_touch_storage, NULL);
        if (error)
            die("cannot make a thread: %s", strerror(error));
    }
    memset(t, 0, offsetof(struct task, looks));
    looks_init(&t->looks);
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

    if (engine.n_tasks == TASKS_MAX)
        return NULL;
    struct task *t = &engine.tasks[engine.n_tasks];
    prepare_task(t, engine.n_tasks++);
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

    keys_end(t);
    t->result = result;
    t->ended = true;
    t->ended_by = (uint32_t)engine.n_steps;
    memory_flush_all(t);
    looks_over(t);
    if (t->parent)
        back_to_parent(t);
    go_on(t);
    __builtin_unreachable();
}

/* The first thread has no parent to go back to: it simply goes on. */
void
engine_run(struct search *search, void *(*root)(void *), void *argument)
{
    engine.search = search;
    engine.left = engine.luck;
    engine.now_ns = INT64_C(1000) * 1000 * 1000 * 1000;
    engine.n_tasks = engine.n_steps = 0;
    engine.last = engine.current = NULL;
    engine.fault = FAULT_NONE;
    engine.why[0] = '\0';
    engine.pruned = engine.stuck = false;
    arena_reset();
    object_reset();
    memory_reset();
    keys_reset();
    module_restore_globals();
    engine_spawn("main", NO_INDEX, root, argument);
    engine.current = NULL;
}
