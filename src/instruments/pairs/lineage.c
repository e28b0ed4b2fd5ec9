/* Which steps are ordered by creating and joining threads alone.
 * SPDX-License-Identifier: MIT
 */
#include <string.h>

#include "pairs/lineage.h"

/* One that has ended, of which the parent knows all; or a new one. */
static unsigned
number_for(struct lineage *l, unsigned parent)
{
    for (unsigned t = 0; parent != NO_THREAD && t < l->n; t++)
        if (l->ended[t] && l->knows[parent][t] >= l->knows[t][t])
            return t;
    return l->n < LINEAGE_MAX ? l->n++ : NO_THREAD;
}

unsigned
lineage_begin(struct lineage *l, unsigned parent)
{
    unsigned t = number_for(l, parent);

    if (t == NO_THREAD)
        return t;
    uint32_t epoch = l->knows[t][t] + 1;
    memset(l->knows[t], 0, sizeof(l->knows[t]));
    if (parent != NO_THREAD) {
        memcpy(l->knows[t], l->knows[parent], sizeof(l->knows[t]));
        l->knows[parent][parent]++;
    }
    l->knows[t][t] = epoch;
    l->ended[t] = false;
    return t;
}

void
lineage_end(struct lineage *l, unsigned thread)
{
    l->ended[thread] = true;
}

void
lineage_join(struct lineage *l, unsigned by, unsigned thread)
{
    for (unsigned t = 0; t < l->n; t++)
        if (l->knows[thread][t] > l->knows[by][t])
            l->knows[by][t] = l->knows[thread][t];
}

uint32_t
lineage_epoch(const struct lineage *l, unsigned thread)
{
    return l->knows[thread][thread];
}

bool
lineage_before(const struct lineage *l, unsigned thread, uint32_t epoch,
               unsigned other)
{
    return l->knows[other][thread] >= epoch;
}

void
lineage_reset(struct lineage *l)
{
    for (unsigned t = 0; t < l->n; t++)
        memset(l->knows[t], 0, sizeof(l->knows[t]));
    memset(l->ended, 0, sizeof(l->ended));
    l->n = 0;
}
