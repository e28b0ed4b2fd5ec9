/* Why a step that was written down cannot be made.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>

#include "explore/engine/engine.h"
#include "explore/command/explore.h"
#include "explore/search/schedule.h"

static void
write_step(struct choice c)
{
    printf(c.variant ? "%c.%u" : "%c", schedule_letter(c.task), c.variant);
}

static void
write_wait(const struct task *t)
{
    const struct object *o = t->next.object;

    printf("%s %s", t->name, op_verb(t->next.kind));
    if (t->next.kind == OP_JOIN)
        printf(" %s", engine.tasks[t->next.target].name);
    else if (o)
        printf(" a %s", object_kind_name(o->kind));
    if (o && o->kind == OBJECT_MUTEX && t->next.kind != OP_SLEEP &&
        o->owner != NOBODY)
        printf(", which %s holds", engine.tasks[o->owner].name);
}

static void
write_reason(struct choice c)
{
    const struct task *t = &engine.tasks[c.task];

    if (engine.fault || engine.tasks[0].ended)
        printf("the run is over");
    else if (c.task >= engine.n_tasks)
        printf("there is no such thread yet");
    else if (t->ended)
        printf("%s has ended", t->name);
    else if (engine_ready(t))
        printf("%s can go on, but not so", t->name);
    else
        write_wait(t);
}

/* How the thread could go on, a line for each way. */
static void
write_ways(const struct task *t)
{
    uint64_t ways = t->ended ? 0 : engine_ready(t);
    bool wakes = t->next.kind == OP_SIGNAL && t->next.object->waiters;

    for (uint8_t v = 0; ways >> v; v++)
        if (ways >> v & 1) {
            printf("  possible: ");
            write_step((struct choice){(uint8_t)t->index, v});
            printf(", %s %s", t->name, op_verb(t->next.kind));
            printf(wakes ? ", wakes %s\n" : "\n", engine.tasks[v].name);
        }
}

void
report_impossible(const struct session *s)
{
    struct choice c = s->steps[engine.n_steps];
    bool over = engine.fault || engine.tasks[0].ended;

    printf("IMPOSSIBLE: step %zu, ", engine.n_steps + 1);
    write_step(c);
    printf(": ");
    write_reason(c);
    printf("\n");
    for (size_t i = 0; i < engine.n_tasks && !over; i++)
        write_ways(&engine.tasks[i]);
}
