/* Holds the calling thread up until the others have got somewhere.
 * SPDX-License-Identifier: MIT
 */
#include <stdbool.h>
#include <time.h>

#include "hooks/hooks.h"
#include "whyhang/shake/hold.h"
#include "whyhang/watch/watched.h"

enum {
    LONGEST_NS = 100000000,
    GLANCE_NS = 50000,
    STILL_GLANCES = 20 /* one that was woken may need a moment to know it */
};

static const unsigned long DEEP = 1ul << 40, NEWEST = 1ul << 30;

static atomic_ulong n_holds;

static void
glance(void)
{
    hooks_real()->nanosleep(&(struct timespec){0, GLANCE_NS}, NULL);
}

static bool
could_go_on(const struct watched *w, unsigned long own)
{
    int why = atomic_load(&w->why);

    return !atomic_load(&w->is_watcher) && !atomic_load(&w->ended) &&
           (why == WHY_NOT || why == WHY_NAP) && atomic_load(&w->held_up) < own;
}

/* One that was made and has not begun could, too. */
static bool
others_could(void)
{
    const struct watched *self = watched_self(), *w;
    unsigned long own = self ? atomic_load(&self->held_up) : 0;

    for (size_t i = 0; (w = watched_number(i)); i++)
        if (w != self && could_go_on(w, own))
            return true;
    return watched_somebody_starts();
}

static void
begin(enum depth depth)
{
    struct watched *self = watched_self();
    unsigned long n = atomic_fetch_add(&n_holds, 1) + 1;

    if (self)
        atomic_store(&self->held_up, depth == DEEPLY         ? DEEP + n
                                     : depth == NEWEST_FIRST ? NEWEST - n
                                                             : n);
}

static void
end(void)
{
    struct watched *self = watched_self();

    if (self)
        atomic_store(&self->held_up, 0);
}

void
hold_for(atomic_ulong *counter, unsigned long n)
{
    unsigned long until = atomic_load(counter) + n;
    int64_t late_ns = now_ns() + LONGEST_NS;

    begin(OLDEST_FIRST);
    while (atomic_load(counter) < until && others_could() && now_ns() < late_ns)
        glance();
    end();
}

void
hold_until_still(atomic_ulong *counter, enum depth depth)
{
    int64_t late_ns = now_ns() + LONGEST_NS;
    unsigned long before = atomic_load(counter);
    int still = 0;

    begin(depth);
    while (still < STILL_GLANCES && now_ns() < late_ns) {
        glance();
        unsigned long now = atomic_load(counter);
        still = now == before && !others_could() ? still + 1 : 0;
        before = now;
    }
    end();
}
