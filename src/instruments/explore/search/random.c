/* Schedules drawn at random: evenly, or by priorities.
 * SPDX-License-Identifier: MIT
 *
 * A choice drawn evenly at each step hardly ever lets a thread run on: 16 steps in a
 * row, of two threads, once in 65,536.  So each schedule draws how likely a switch
 * is, from 1 to one in 32, and the thread that made the last step goes on else.
 */
#include <stdlib.h>

#include "die.h"
#include "explore/engine/engine.h"
#include "random.h"

enum { CHANGES_MAX = 16, STAYS = 6 };

struct lottery {
    struct search search;
    uint64_t random; /* its state */
    uint64_t n_left;
    unsigned stay; /* a switch is as likely as one in 2^stay */
    /* For priorities: */
    unsigned depth;
    size_t longest; /* schedule so far, in steps */
    uint32_t priorities[TASKS_MAX];
    size_t changes[CHANGES_MAX]; /* the steps at which the leader falls back */
};

static size_t
below(struct lottery *l, size_t n)
{
    return (size_t)random_below(&l->random, n);
}

static int
choose_evenly(struct search *s, const struct point *p)
{
    struct lottery *l = (struct lottery *)s;

    if (p->stays && !p->free && below(l, (size_t)1 << l->stay))
        return 0;
    return (int)below(l, p->n);
}

/* The choice of the highest priority; of several variants of its step mostly
 * the first.
 */
static size_t
leader(struct lottery *l, const struct point *p)
{
    size_t best = 0;

    for (size_t i = 1; i < p->n; i++) {
        const struct choice *c = &p->choices[i];
        uint32_t mine = l->priorities[c->task];
        uint32_t best_yet = l->priorities[p->choices[best].task];
        if (mine > best_yet || (mine == best_yet && below(l, 4) == 0))
            best = i;
    }
    return best;
}

static int
choose_by_priority(struct search *s, const struct point *p)
{
    struct lottery *l = (struct lottery *)s;
    size_t best = leader(l, p);

    for (unsigned i = 0; i + 1 < l->depth; i++)
        if (engine.n_steps == l->changes[i]) {
            l->priorities[p->choices[best].task] = i;
            best = leader(l, p);
        }
    return (int)best;
}

static void
draw_priorities(struct lottery *l)
{
    for (size_t i = 0; i < TASKS_MAX; i++)
        l->priorities[i] = CHANGES_MAX + (uint32_t)below(l, 1u << 30);
    for (unsigned i = 0; i + 1 < l->depth; i++)
        l->changes[i] = below(l, l->longest);
}

static bool
next(struct search *s)
{
    struct lottery *l = (struct lottery *)s;

    if (engine.n_steps > l->longest)
        l->longest = engine.n_steps;
    draw_priorities(l);
    l->stay = (unsigned)below(l, STAYS);
    return --l->n_left > 0;
}

static struct lottery *
new_lottery(uint64_t seed, uint64_t n)
{
    struct lottery *l = calloc(1, sizeof(*l));

    if (!l)
        die("out of memory");
    l->random = seed;
    l->n_left = n;
    l->longest = 20;
    return l;
}

struct search *
search_random(uint64_t seed, uint64_t n)
{
    struct lottery *l = new_lottery(seed, n);

    l->search = (struct search){choose_evenly, next, false};
    return &l->search;
}

struct search *
search_pct(uint64_t seed, uint64_t n, unsigned depth)
{
    struct lottery *l = new_lottery(seed, n);

    l->depth = depth < CHANGES_MAX ? depth : CHANGES_MAX;
    draw_priorities(l);
    l->search = (struct search){choose_by_priority, next, false};
    return &l->search;
}
