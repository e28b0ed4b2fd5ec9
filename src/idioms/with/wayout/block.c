/* A with-block whose manager has an enter and a leave function.
 * SPDX-License-Identifier: MIT
 */
#include "manager.h"
#include "way.h"

#define ON_ERROR return turns

struct holder {
    enum with_at at;
    struct thing thing;
};

static struct holder *
holder_enter(struct holder *h)
{
    h->thing = thing_make();
    return h;
}

static void
holder_leave(struct holder *h)
{
    thing_undo(&h->thing);
}

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
