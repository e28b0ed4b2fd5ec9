/* Depth first, with at most so many preemptions.
 * SPDX-License-Identifier: MIT
 *
 * A preemption is a switch away from a thread that could have gone on, or a
 * time that is up while any thread could have gone on: both interrupt.  Most
 * faults need very few of them, whatever the length of the schedule, and their
 * number bounds the search where nothing else does (Musuvathi and Qadeer,
 * "Iterative Context Bounding", PLDI 2007).
 */
#include <stdlib.h>

#include "die.h"
#include "explore/engine/engine.h"
#include "explore/oracles/loops/persistence.h"
#include "explore/search/bounded.h"

/* A step at which there was a choice. */
struct node {
    uint64_t left; /* choices still to be tried, a bit each */
    uint8_t at, n; /* the choice that is being tried, of how many */
    int16_t used;  /* preemptions before */
};

struct bounded {
    struct search search;
    int bound, used;
    struct node nodes[STEPS_MAX];
    size_t n_nodes, depth;
};

/* A store that arrives interrupts no thread. */
bool
bounded_is_preemption(const struct point *p, size_t i)
{
    const struct choice *c = &p->choices[i];
    uint64_t all = p->n == 64 ? ~UINT64_C(0) : (UINT64_C(1) << p->n) - 1;

    if (p->timeouts & UINT64_C(1) << i)
        return p->timeouts != all;
    return p->stays && !p->free && c->task != p->choices[0].task &&
           c->variant != VARIANT_FLUSH;
}

uint64_t
bounded_allowed(const struct point *p, int bound, int used)
{
    uint64_t mask = 0;

    for (size_t i = 0; i < p->n; i++)
        if (bound < 0 || used < bound || !bounded_is_preemption(p, i))
            mask |= UINT64_C(1) << i;
    return mask;
}

/* Without those of which nothing is to be expected. */
static uint64_t
worth(const struct point *p, uint64_t mask)
{
    for (size_t i = 0; i < p->n; i++)
        if (p->choices[i].variant == VARIANT_LOOK_ON &&
            !persistence_is_worth(p->choices[i].task))
            mask &= ~(UINT64_C(1) << i);
    return mask;
}

static struct node *
new_node(struct bounded *b, const struct point *p, uint64_t mask)
{
    struct node *node = &b->nodes[b->n_nodes++];

    *node = (struct node){.left = worth(p, mask & (mask - 1)),
                          .at = (uint8_t)__builtin_ctzll(mask),
                          .n = (uint8_t)p->n,
                          .used = (int16_t)b->used};
    return node;
}

static int
choose(struct search *s, const struct point *p)
{
    struct bounded *b = (struct bounded *)s;
    uint64_t mask = p->n > 1 ? bounded_allowed(p, b->bound, b->used) : 1;

    if (mask == 0)
        die("no choice is allowed at step %zu", engine.n_steps);
    if ((mask & (mask - 1)) == 0)
        return __builtin_ctzll(mask);
    const struct node *node =
        b->depth < b->n_nodes ? &b->nodes[b->depth] : new_node(b, p, mask);
    if (node->n != p->n)
        engine_give_up(
            "it does not behave the same twice: at step %zu there were %d "
            "choices, and now there are %zu",
            engine.n_steps, node->n, p->n);
    b->depth++;
    b->used = node->used + bounded_is_preemption(p, node->at);
    return node->at;
}

static bool
next(struct search *s)
{
    struct bounded *b = (struct bounded *)s;

    while (b->n_nodes && !b->nodes[b->n_nodes - 1].left)
        b->n_nodes--;
    b->depth = 0;
    b->used = 0;
    if (b->n_nodes == 0)
        return false;
    struct node *node = &b->nodes[b->n_nodes - 1];
    node->at = (uint8_t)__builtin_ctzll(node->left);
    node->left &= node->left - 1;
    return true;
}

struct search *
search_bounded(int preemptions)
{
    struct bounded *b = calloc(1, sizeof(*b));

    if (!b)
        die("out of memory");
    b->search = (struct search){choose, next, false};
    b->bound = preemptions;
    return &b->search;
}

void
search_end(struct search *s)
{
    free(s);
}
