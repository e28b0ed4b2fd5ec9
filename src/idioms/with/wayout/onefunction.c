/* A with-block whose manager is one function with a yield in the middle.
 * SPDX-License-Identifier: MIT
 */
#include "manager.h"
#include "way.h"

#define ON_ERROR return turns

struct holder {
    enum with_at at;
    struct thing thing;
};

static void
holder_manage(struct holder *h)
{
    manage (h) {
        h->thing = thing_make();
        yield(h);
        thing_undo(&h->thing);
    }
}
MANAGER(holder)

int
leave_by(enum way way)
{
    int turns = 0;

    GOTO_INSIDE(way)
    for (; turns < TURNS; turns++) {
        with (holder, h) {
            LEAVE_BY(way);
        }
        say_behind();
    }
out:
    return turns;
}
