/* The steps that could be next.
 * SPDX-License-Identifier: MIT
 */
#include <stdbool.h>

#include "explore/engine/choices.h"
#include "explore/engine/engine.h"
#include "explore/memory/memory.h"
#include "explore/oracles/loops/persistence.h"

enum { IDLE_RESTS_MAX = 3, IDLE_LOOKS_MAX = 300, STEPS_BEHIND_MAX = 2000 };

static bool
is_timeout(const struct task *t, unsigned variant)
{
    switch (t->next.kind) {
    case OP_LOCK:
    case OP_SLEEP:
    case OP_SEM_WAIT:
    case OP_POLL:
        return variant == VARIANT_TIMEOUT;
    case OP_REST:
        return variant != VARIANT_DONE && variant != VARIANT_FLUSH;
    default:
        return false;
    }
}

static void
list_variants(struct choices *list, const struct task *t, uint64_t variants)
{
    for (uint8_t v = 0; variants; v++, variants >>= 1)
        if (variants & 1) {
            if (list->n == CHOICES_MAX)
                engine_give_up("more than %d choices at one step", CHOICES_MAX);
            if (is_timeout(t, v))
                list->timeouts |= UINT64_C(1) << list->n;
            list->choices[list->n++] = (struct choice){(uint8_t)t->index, v};
        }
}

static void
list_task(struct choices *list, const struct task *t)
{
    list_variants(list, t, engine_ready(t));
    if (engine.buffers && memory_buffered(t))
        list_variants(list, t, UINT64_C(1) << VARIANT_FLUSH);
}

/* When no thread can go on, a resting one polls again: a nap ends by itself. */
static void
list_resting(struct choices *list)
{
    for (size_t i = 0; i < engine.n_tasks; i++) {
        const struct task *t = &engine.tasks[i];
        if (!t->ended && t->next.kind == OP_REST &&
            t->looks.n_idle < IDLE_RESTS_MAX)
            list_variants(list, t, 1u << VARIANT_DONE);
    }
}

/* A loop may poll N times and then give up.  The thread with the fewest polls
 * that found nothing is next: no choice, or they would multiply.
 */
static void
list_patient(struct choices *list)
{
    const struct task *next = NULL;

    for (size_t i = 0; i < engine.n_tasks; i++) {
        const struct task *t = &engine.tasks[i];
        if (!t->ended && t->next.kind == OP_REST &&
            t->looks.n_idle < IDLE_LOOKS_MAX &&
            (!next || t->looks.n_idle < next->looks.n_idle))
            next = t;
    }
    if (next)
        list_variants(list, next, 1u << VARIANT_DONE);
}

static unsigned
lateness(const struct choices *list, size_t i)
{
    const struct task *t = &engine.tasks[list->choices[i].task];

    if (!(list->timeouts >> i & 1))
        return 0;
    return t->next.kind == OP_REST ? t->looks.n_idle : t->looks.n_late;
}

/* A thread that only sleeps and is late lets others go first; a loop of such
 * sleeps would keep them from ever running.
 */
static void
drop_late(struct choices *list)
{
    unsigned least = IDLE_RESTS_MAX;
    uint64_t timeouts = 0;
    size_t n = 0;

    for (size_t i = 0; i < list->n; i++)
        least = lateness(list, i) < least ? lateness(list, i) : least;
    for (size_t i = 0; i < list->n; i++) {
        bool late = lateness(list, i) >= IDLE_RESTS_MAX;
        if (late && least < IDLE_RESTS_MAX)
            continue;
        timeouts |= (list->timeouts >> i & 1) << n;
        list->choices[n++] = list->choices[i];
    }
    list->n = n;
    list->timeouts = timeouts;
}

static const struct task *
who_ends(void)
{
    for (size_t i = 0; i < engine.n_tasks; i++)
        if (!engine.tasks[i].ended && engine.tasks[i].next.kind == OP_END)
            return &engine.tasks[i];
    return NULL;
}

/* Whether only timeouts are listed, of threads that were late again and again.
 */
static bool
is_idle(const struct choices *list)
{
    for (size_t i = 0; i < list->n; i++)
        if (lateness(list, i) < IDLE_RESTS_MAX)
            return false;
    return true;
}

/* The end of the program ends the other threads wherever they are.  The latest
 * end lets them do the most, so only that one is tried; a thread that never
 * stops is ended after so many steps.
 */
static void
list_end(struct choices *list)
{
    const struct task *t = who_ends();

    if (!t)
        return;
    if (!engine.ending)
        engine.ending = engine.n_steps + 1;
    bool is_late = engine.n_steps >= engine.ending + STEPS_BEHIND_MAX;
    if (!is_idle(list) && !is_late)
        return;
    engine.cut |= !is_idle(list);
    list->n = 0;
    list->timeouts = 0;
    list_variants(list, t, 1u << VARIANT_DONE);
}

/* A polling thread may look again although others could run. */
static void
list_persistent(struct choices *list)
{
    if (!list->n || list->timeouts == (UINT64_C(1) << list->n) - 1)
        return;
    for (size_t i = 0; i < engine.n_tasks; i++)
        if (persistence_may(&engine.tasks[i]) && list->n < CHOICES_MAX)
            list_variants(list, &engine.tasks[i],
                          UINT64_C(1) << VARIANT_LOOK_ON);
}

/* A thread that looks again does so alone, as long as it can go on. */
static bool
list_only(struct choices *list, struct point *point, const struct task *t)
{
    if (!t || t->ended || !t->looks.n_on || !t->looks.on_alone)
        return false;
    list_task(list, t);
    point->n = list->n;
    point->timeouts = list->timeouts;
    point->stays = true;
    if (!list->n)
        persistence_blocked();
    return true;
}

void
choices_list(struct choices *list, struct point *point)
{
    const struct task *last = engine.last;

    looks_sift();
    list->n = 0;
    list->timeouts = 0;
    point->stays = point->free = false;
    if (list_only(list, point, last))
        return;
    if (last && !last->ended) {
        list_task(list, last);
        point->stays = list->timeouts != (UINT64_C(1) << list->n) - 1;
        point->free = last->next.kind == OP_SLEEP ||
                      last->next.kind == OP_REST || last->next.kind == OP_END;
    }
    for (size_t i = 0; i < engine.n_tasks; i++)
        if (&engine.tasks[i] != last)
            list_task(list, &engine.tasks[i]);
    drop_late(list);
    if (list->n == 0)
        list_resting(list);
    list_persistent(list);
    if (engine.program)
        list_end(list);
    if (list->n == 0)
        list_patient(list);
    point->n = list->n;
    point->timeouts = list->timeouts;
}
