/* Which orders of two steps occurred in the schedules of a search.
 * SPDX-License-Identifier: MIT
 */
#include "explore/engine/engine.h"
#include "explore/tell/pairs/counts.h"
#include "explore/tell/pairs/pairs.h"
#include "pairs/orders.h"

static struct orders orders;
static struct counts counts;
static size_t n_known; /* tasks of this schedule */

/* Which kind of step it is, or N_STEP_KINDS for those that are not noted. */
static enum step_kind
kind_of(enum op_kind kind)
{
    static const enum step_kind kinds[N_OP_KINDS] = {
        [OP_LOCK] = 1 + STEP_LOCK,     [OP_RELOCK] = 1 + STEP_WAKE,
        [OP_TRYLOCK] = 1 + STEP_LOCK,  [OP_UNLOCK] = 1 + STEP_UNLOCK,
        [OP_READLOCK] = 1 + STEP_READ, [OP_WAIT] = 1 + STEP_WAIT,
        [OP_SIGNAL] = 1 + STEP_SIGNAL, [OP_BROADCAST] = 1 + STEP_BROADCAST,
        [OP_SEM_WAIT] = 1 + STEP_TAKE, [OP_SEM_TRY] = 1 + STEP_TAKE,
        [OP_SEM_POST] = 1 + STEP_POST, [OP_DESTROY] = 1 + STEP_DESTROY,
    };

    return kinds[kind] ? kinds[kind] - 1 : N_STEP_KINDS;
}

/* A thread is met at the first step behind its creation, and is then still a
 * child of the thread that runs, or of its own parent.
 */
static void
meet_tasks(void)
{
    for (; n_known < engine.n_tasks; n_known++) {
        const struct task *t = &engine.tasks[n_known];
        const struct task *by = t->parent ? t->parent : engine.current;
        lineage_begin(&orders.lineage, n_known && by ? by->index : NO_THREAD);
    }
}

static void
note_join(const struct task *who, const struct done *step)
{
    if (!step->after_all) {
        lineage_join(&orders.lineage, who->index, step->joined);
        return;
    }
    for (unsigned t = 0; t < engine.n_tasks; t++)
        lineage_join(&orders.lineage, who->index, t);
}

static void
note(const struct task *who, const struct done *step, const struct op *op)
{
    meet_tasks();
    if (step->kind == OP_JOIN)
        note_join(who, step);
    enum step_kind kind = kind_of((enum op_kind)step->kind);
    if (kind == N_STEP_KINDS || !op->object || step->variant == VARIANT_FLUSH)
        return;
    orders_note(&orders, who->index, kind, op->site, op->object);
}

void
pairs_begin(void)
{
    engine.tell = note;
}

void
pairs_end(void)
{
    engine.tell = NULL;
}

void
pairs_reset(void)
{
    orders_restart(&orders);
    counts_reset(&counts);
    n_known = 0;
}

void
pairs_add_schedule(bool is_counted)
{
    if (is_counted)
        counts_add(&counts, &orders);
    orders_restart(&orders);
    n_known = 0;
}

void
pairs_write(const struct session *s, FILE *out)
{
    counts_write(&counts, &orders, s, out);
}
