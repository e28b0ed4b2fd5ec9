/* What context managers cost, against the same by hand.
 * SPDX-License-Identifier: MIT
 */
#include "costs.h"
#include "with.h"

static volatile long work; /* what the blocks do */

/* A manager, as a pair of functions and as one function with a yield. */
struct level {
    enum with_at at;
    long inside, before;
};

static volatile long level;

static struct level *
level_enter(struct level *l)
{
    l->before = level;
    level = l->inside;
    return l;
}

static void
level_leave(struct level *l)
{
    level = l->before;
}

struct yielded {
    enum with_at at;
    long inside, before;
};

static void
yielded_manage(struct yielded *y)
{
    manage (y) {
        y->before = level;
        level = y->inside;
        yield(y);
        level = y->before;
    }
}
MANAGER(yielded)

CASE(level_by_hand)
{
    long before = level;
    level = i;
    work++;
    level = before;
}

CASE(level_with)
{
    with (level, l, .inside = i) {
        work++;
    }
}

CASE(level_yield)
{
    with (yielded, l, .inside = i) {
        work++;
    }
}

const struct cost_case manager_cases[] = {
    {"level_by_hand", level_by_hand},
    {"level_with", level_with},
    {"level_yield", level_yield},
    {0},
};
