/* Whether a thread spins on plain memory: it reads one place again and again.
 * SPDX-License-Identifier: MIT
 */
#include <string.h>

#include "explore/oracles/loops/spins.h"

/* A loop may read some other places in each round. */
enum { OTHERS_MAX = 16 };

static uint64_t
value_at(const void *address, size_t n)
{
    uint64_t value = 0;

    memcpy(&value, address, n < sizeof(value) ? n : sizeof(value));
    return value;
}

static void
begin(struct spin *s, const void *address, size_t n, const void *site)
{
    *s = (struct spin){.address = address,
                       .site = site,
                       .value = value_at(address, n)};
}

bool
spins_reads(struct spin *s, const void *address, size_t n, const void *site)
{
    bool is_it = s->address == address && s->site == site;

    if (!address || (!is_it && s->address && s->n_others++ < OTHERS_MAX))
        return false;
    if (!is_it || s->value != value_at(address, n)) {
        begin(s, address, n, site);
        return false;
    }
    s->n_others = 0;
    if (++s->n_same < SPIN_READS)
        return false;
    s->n_same = 0;
    return true;
}

void
spins_over(struct spin *s)
{
    s->address = NULL;
}
