/* Whether a fault can still be reached from a position.
 * SPDX-License-Identifier: MIT
 */
#include "explore/command/quiet.h"
#include "explore/engine/engine.h"
#include "explore/play/hint.h"

enum { RUNS_MAX = 200000 };

static void
note_fault(const struct position *p, struct hint *h)
{
    size_t n_steps = engine.n_steps - p->n;

    if (h->is_found && n_steps >= h->n_steps)
        return;
    h->is_found = true;
    h->n_steps = n_steps;
    h->move =
        (struct choice){engine.steps[p->n].task, engine.steps[p->n].variant};
}

/* All schedules within one bound, or as many as are allowed in all. */
static void
search_within(const struct position *p, int bound, struct hint *h)
{
    struct search *rest = search_bounded(bound);
    bool more = true, unseen = false;

    h->preemptions = bound;
    for (h->n_runs = 0; more && !unseen && h->n_runs < RUNS_MAX; h->n_runs++) {
        position_run_on(p, rest);
        unseen = engine.unseen;
        if (engine.fault && !unseen && engine.n_steps > p->n)
            note_fault(p, h);
        more = rest->next(rest);
    }
    h->is_complete = !more;
    search_end(rest);
}

struct hint
hint_search(const struct position *p)
{
    struct hint h = {.is_found = false};

    quiet_begin();
    for (int bound = 0; bound <= p->session->preemptions && !h.is_found;
         bound++)
        search_within(p, bound, &h);
    quiet_end();
    return h;
}
