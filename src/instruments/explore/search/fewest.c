/* The fewest switches with which a fault can be reached.
 * SPDX-License-Identifier: MIT
 *
 * How it works: depth first, with a bound of switches that grows by one.  Most
 * faults need few, so the first bounds are soon through.
 */
#include <stdlib.h>

#include "die.h"
#include "explore/command/quiet.h"
#include "explore/engine/engine.h"
#include "explore/search/fewest.h"

enum { RUNS_MAX = 100000 };

/* A step at which there was a choice. */
struct node {
    uint64_t left; /* choices still to be tried, a bit each */
    size_t at;
};

struct deepen {
    struct search search;
    size_t bound, used, depth, n_nodes;
    struct node nodes[STEPS_MAX];
};

static bool
is_switch(const struct choice *c)
{
    return engine.last && c->task != engine.last->index;
}

static uint64_t
allowed(const struct deepen *d, const struct point *point)
{
    uint64_t mask = 0;

    for (size_t i = 0; i < point->n; i++)
        if (d->used + is_switch(&point->choices[i]) <= d->bound)
            mask |= UINT64_C(1) << i;
    return mask;
}

static int
choose(struct search *s, const struct point *point)
{
    struct deepen *d = (struct deepen *)s;
    uint64_t mask = allowed(d, point);

    if (!mask)
        return SEARCH_STOP;
    if (d->depth == d->n_nodes)
        d->nodes[d->n_nodes++] =
            (struct node){.left = mask & (mask - 1),
                          .at = (size_t)__builtin_ctzll(mask)};
    size_t at = d->nodes[d->depth++].at;
    d->used += is_switch(&point->choices[at]);
    return (int)at;
}

static bool
next(struct search *s)
{
    struct deepen *d = (struct deepen *)s;

    while (d->n_nodes && !d->nodes[d->n_nodes - 1].left)
        d->n_nodes--;
    d->depth = d->used = 0;
    if (!d->n_nodes)
        return false;
    struct node *node = &d->nodes[d->n_nodes - 1];
    node->at = (size_t)__builtin_ctzll(node->left);
    node->left &= node->left - 1;
    return true;
}

/* Whether a schedule within the bound has a fault; counts the runs. */
static bool
is_reached(const struct session *s, struct deepen *d, size_t *n_runs)
{
    bool more = true, is_found = false;

    d->n_nodes = d->depth = d->used = 0;
    while (more && !is_found && ++*n_runs <= RUNS_MAX) {
        engine_run(&d->search, s->root, s->argument);
        is_found = engine.fault && !engine.unseen;
        more = d->search.next(&d->search);
    }
    return is_found;
}

struct fewest
fewest_search(const struct session *s, size_t known)
{
    struct fewest fewest = {known, true};
    struct deepen *d = calloc(1, sizeof(*d));
    size_t n_runs = 0;

    if (!d)
        die("out of memory");
    d->search = (struct search){choose, next, false};
    quiet_begin();
    for (d->bound = 0; d->bound < known && n_runs <= RUNS_MAX; d->bound++)
        if (is_reached(s, d, &n_runs)) {
            fewest.n = d->bound;
            break;
        }
    quiet_end();
    fewest.is_exact = n_runs <= RUNS_MAX;
    free(d);
    return fewest;
}
