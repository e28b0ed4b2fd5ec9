/* Where a played schedule is.
 * SPDX-License-Identifier: MIT
 */
#include "explore/command/quiet.h"
#include "explore/engine/engine.h"
#include "explore/play/position.h"

/* Follows the moves that were made, then asks the rest, or offers and stops. */
struct follow {
    struct search search;
    const struct position *position;
    struct search *rest;
    struct choice *offered; /* room for the choices */
    size_t *n_offered;
};

static int
offer(const struct follow *f, const struct point *point)
{
    for (size_t i = 0; i < point->n; i++)
        f->offered[i] = point->choices[i];
    *f->n_offered = point->n;
    return SEARCH_STOP;
}

static int
choose(struct search *s, const struct point *point)
{
    const struct follow *f = (const struct follow *)s;
    size_t step = engine.n_steps;

    if (step <= f->position->n)
        engine.diverted = step + 1; /* a livelock is told so far: ending.c */
    if (step >= f->position->n)
        return f->rest ? f->rest->choose(f->rest, point) : offer(f, point);
    const struct choice *move = &f->position->made[step];
    for (size_t i = 0; i < point->n; i++)
        if (point->choices[i].task == move->task &&
            point->choices[i].variant == move->variant)
            return (int)i;
    engine_give_up("it does not behave the same twice: step %zu cannot be made "
                   "again",
                   step + 1);
}

static bool
next(struct search *s)
{
    (void)s;
    return false;
}

static void
reach(struct position *p, struct search *rest)
{
    struct follow follow = {
        {choose, next, false}, p, rest, p->offered, &p->n_offered};

    p->n_offered = 0;
    record_search(&p->record, p->session, &follow.search);
}

/* Goes on as long as there is only one way to. */
static int
choose_only(struct search *s, const struct point *point)
{
    (void)s;
    return point->n == 1 ? 0 : SEARCH_STOP;
}

/* A livelock is known after hundreds of empty looks.  Where no other step is
 * left they are made at once.
 */
void
position_reach(struct position *p)
{
    struct search only = {choose_only, next, false};

    reach(p, NULL);
    if (p->n_offered != 1)
        return;
    quiet_begin();
    position_run_on(p, &only);
    quiet_end();
    reach(p, engine.fault == FAULT_LIVELOCK ? &only : NULL);
}

bool
position_make(struct position *p, struct choice move)
{
    if (p->n == MOVES_MAX)
        return false;
    p->made[p->n++] = move;
    position_reach(p);
    return true;
}

void
position_undo(struct position *p, size_t n)
{
    p->n -= n < p->n ? n : p->n;
    position_reach(p);
}

void
position_run_on(const struct position *p, struct search *rest)
{
    struct follow follow = {{choose, next, false}, p, rest, NULL, NULL};

    engine_run(&follow.search, p->session->root, p->session->argument);
}
