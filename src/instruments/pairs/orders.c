/* Which of two steps came first.
 * SPDX-License-Identifier: MIT
 */
#include <string.h>

#include "pairs/orders.h"

/* Below each kind: with which it depends on one object, a bit each. */
#define BIT(kind) (1u << STEP_##kind)
static const unsigned partners[N_STEP_KINDS] = {
    [STEP_LOCK] = BIT(LOCK) | BIT(WAKE) | BIT(READ) | BIT(DESTROY),
    [STEP_WAKE] = BIT(LOCK) | BIT(WAKE) | BIT(DESTROY),
    [STEP_READ] = BIT(LOCK) | BIT(DESTROY),
    [STEP_UNLOCK] = BIT(DESTROY),
    [STEP_WAIT] = BIT(SIGNAL) | BIT(BROADCAST) | BIT(DESTROY),
    [STEP_SIGNAL] = BIT(WAIT) | BIT(DESTROY),
    [STEP_BROADCAST] = BIT(WAIT) | BIT(DESTROY),
    [STEP_TAKE] = BIT(POST) | BIT(DESTROY),
    [STEP_POST] = BIT(TAKE) | BIT(DESTROY),
    [STEP_DESTROY] = ~0u & ~BIT(DESTROY),
};

bool
orders_depend(enum step_kind a, enum step_kind b)
{
    return partners[a] >> b & 1;
}

/* Its number, or SPOTS_MAX when there is no room for it. */
static unsigned
spot_of(struct orders *o, enum step_kind kind, const void *site)
{
    size_t at = ((uintptr_t)site * N_STEP_KINDS + kind) % (2 * SPOTS_MAX);
    unsigned n = atomic_load(&o->n_spots);

    for (; o->spot_at[at]; at = (at + 1) % (2 * SPOTS_MAX)) {
        unsigned spot = o->spot_at[at] - 1u;
        if (o->spots[spot].site == site && o->spots[spot].kind == kind)
            return spot;
    }
    if (n == SPOTS_MAX)
        return n;
    o->spots[n] = (struct spot){kind, site};
    o->spot_at[at] = (uint16_t)(n + 1);
    atomic_store(&o->n_spots, n + 1);
    return n;
}

/* NULL when there is none, and none is to be made or can be made. */
static struct meeting *
meeting_at(struct orders *o, const void *object, bool make)
{
    uintptr_t hash = (uintptr_t)object / 8;

    for (unsigned i = 0; i < OBJECTS_MAX; i++) {
        size_t at = (hash + i) % OBJECTS_MAX;
        struct meeting *m = &o->meetings[at];
        if (m->object == object)
            return m;
        if (m->object)
            continue;
        if (!make)
            return NULL;
        m->object = object;
        o->used[o->n_used++] = (uint16_t)at;
        return m;
    }
    return NULL;
}

static uint32_t
new_entry(struct orders *o)
{
    uint32_t i = o->free;

    if (i)
        o->free = o->entries[i].next;
    else if (o->n_entries + 1 < ENTRIES_MAX)
        i = ++o->n_entries;
    return i;
}

/* The step is behind all that other threads did here. */
static struct entry *
compare(struct orders *o, const struct meeting *m, unsigned thread,
        unsigned spot)
{
    struct entry *own = NULL;

    for (uint32_t i = m->first; i; i = o->entries[i].next) {
        struct entry *e = &o->entries[i];
        if (e->thread == thread) {
            own = e->spot == spot ? e : own;
            continue;
        }
        if (e->spot != spot && !o->seen[e->spot][spot] &&
            orders_depend(o->spots[e->spot].kind, o->spots[spot].kind) &&
            !lineage_before(&o->lineage, e->thread, e->epoch, thread))
            o->seen[e->spot][spot] = 1;
    }
    return own;
}

void
orders_note(struct orders *o, unsigned thread, enum step_kind kind,
            const void *site, const void *object)
{
    unsigned spot = spot_of(o, kind, site);
    struct meeting *m = meeting_at(o, object, true);

    if (thread == NO_THREAD || spot == SPOTS_MAX || !m) {
        o->n_left_out++;
        return;
    }
    struct entry *own = compare(o, m, thread, spot);
    uint32_t epoch = lineage_epoch(&o->lineage, thread);
    if (own) {
        own->epoch = epoch;
        return;
    }
    uint32_t i = new_entry(o);
    if (!i) {
        o->n_left_out++;
        return;
    }
    o->entries[i] =
        (struct entry){(uint16_t)spot, (uint16_t)thread, epoch, m->first};
    m->first = i;
}

void
orders_forget(struct orders *o, const void *object)
{
    struct meeting *m = meeting_at(o, object, false);

    while (m && m->first) {
        uint32_t i = m->first;
        m->first = o->entries[i].next;
        o->entries[i].next = o->free;
        o->free = i;
    }
}

void
orders_restart(struct orders *o)
{
    unsigned n = atomic_load(&o->n_spots);

    while (o->n_used)
        o->meetings[o->used[--o->n_used]] = (struct meeting){0};
    o->n_entries = o->free = 0;
    for (unsigned i = 0; i < n; i++)
        memset((void *)o->seen[i], 0, n);
    lineage_reset(&o->lineage);
}

const char *
orders_verb(enum step_kind kind)
{
    static const char *const verbs[N_STEP_KINDS] = {
        [STEP_LOCK] = "locks",           [STEP_WAKE] = "wakes",
        [STEP_READ] = "locks to read",   [STEP_UNLOCK] = "unlocks",
        [STEP_WAIT] = "waits",           [STEP_SIGNAL] = "signals",
        [STEP_BROADCAST] = "broadcasts", [STEP_TAKE] = "takes",
        [STEP_POST] = "posts",           [STEP_DESTROY] = "destroys",
    };

    return verbs[kind];
}
