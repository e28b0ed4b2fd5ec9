/* What could be done next.
 * SPDX-License-Identifier: MIT
 */
#include <stdbool.h>

#include "die.h"
#include "explore/choices.h"
#include "explore/engine.h"
#include "explore/memory.h"

enum { IDLE_RESTS_MAX = 3 };

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
list_variants(struct choices *list, const struct task *t, unsigned variants)
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
list_task(struct choices *list, const struct task *t)
{
    list_variants(list, t, engine_ready(t));
    if (engine.buffers && memory_buffered(t))
        list_variants(list, t, 1u << VARIANT_FLUSH);
}

/* When nobody can go on, who rests looks again: a nap ends by itself. */
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

void
choices_list(struct choices *list, struct point *point)
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
