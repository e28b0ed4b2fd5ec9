/* The goto ladder: by hand, at the end and where a call has failed.
 * SPDX-License-Identifier: MIT
 */
#include "way.h"

#define ON_ERROR goto undo

int
leave_by(enum way way)
{
    int turns = 0;
    struct thing thing;

    GOTO_INSIDE(way)
    for (; turns < TURNS; turns++) {
        thing = thing_make();
        LEAVE_BY(way);
        thing_undo(&thing);
        say_behind();
    }
out:
    return turns;
undo:
    thing_undo(&thing);
    return turns;
}
