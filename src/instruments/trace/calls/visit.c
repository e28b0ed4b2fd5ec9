/* A call on its way through the decorator.
 * SPDX-License-Identifier: MIT
 */
#include "hooks/hooks.h"
#include "visit.h"

static int64_t
now_ns(void)
{
    struct timespec t;

    hooks_real()->clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

struct visit
visit_begin(const void *site)
{
    struct traced *t = traced_self();

    return (struct visit){t, site, t ? now_ns() : 0};
}

struct spot *
visit_end(const struct visit *v, enum call call, int64_t *ended_ns)
{
    struct spot *spot = traced_spot(v->t, call, v->site);

    *ended_ns = now_ns();
    traced_add(&spot->n_calls, 1);
    traced_add(&spot->wait_ns, *ended_ns - v->began_ns);
    return spot;
}

void
visit_hold(struct traced *t, const void *mutex, struct spot *locked_at,
           int64_t now)
{
    if (t->n_held < HELD_MAX)
        t->held[t->n_held++] = (struct held){mutex, locked_at, now};
}

struct held
visit_let_go(struct traced *t, const void *mutex, int64_t now)
{
    for (size_t i = t->n_held; i-- > 0;)
        if (t->held[i].mutex == mutex) {
            struct held found = t->held[i];
            t->held[i] = t->held[--t->n_held];
            traced_add(&found.locked_at->hold_ns, now - found.since_ns);
            return found;
        }
    return (struct held){0};
}
