/* How many schedules there are, by random probing.
 * SPDX-License-Identifier: MIT
 */
#include <stdlib.h>

#include "die.h"
#include "explore/search/bounded.h"
#include "random.h"

struct probe {
    struct search search;
    uint64_t random; /* its state */
    int bound, used;
    double weight, sum; /* of this schedule, of all */
    uint64_t n, n_left;
};

static int
nth_bit(uint64_t mask, size_t n)
{
    while (n--)
        mask &= mask - 1;
    return __builtin_ctzll(mask);
}

static int
choose(struct search *s, const struct point *p)
{
    struct probe *probe = (struct probe *)s;
    uint64_t mask = bounded_allowed(p, probe->bound, probe->used);
    uint64_t n = (uint64_t)__builtin_popcountll(mask);

    if (!n)
        return 0;
    int i = nth_bit(mask, (size_t)random_below(&probe->random, n));
    probe->weight *= (double)n;
    probe->used += bounded_is_preemption(p, (size_t)i);
    return i;
}

static bool
next(struct search *s)
{
    struct probe *probe = (struct probe *)s;

    probe->sum += probe->weight;
    probe->n++;
    probe->weight = 1;
    probe->used = 0;
    return --probe->n_left > 0;
}

struct search *
search_probe(int preemptions, uint64_t seed, uint64_t n)
{
    struct probe *probe = calloc(1, sizeof(*probe));

    if (!probe)
        die("out of memory");
    *probe = (struct probe){.search = {choose, next, false},
                            .random = seed,
                            .bound = preemptions,
                            .weight = 1,
                            .n_left = n};
    return &probe->search;
}

double
search_estimate(const struct search *s)
{
    const struct probe *probe = (const struct probe *)s;

    return probe->n ? probe->sum / (double)probe->n : 0;
}
