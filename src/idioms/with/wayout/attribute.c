/* A guard: __attribute__((cleanup)), by itself.
 * SPDX-License-Identifier: MIT
 */
#include "guard.h"
#include "way.h"

#define ON_ERROR return turns

int
leave_by(enum way way)
{
    int turns = 0;

    GOTO_INSIDE(way)
    for (; turns < TURNS; turns++) {
        {
            guarded(thing_undo) struct thing thing = thing_make();
            LEAVE_BY(way);
            (void)thing;
        }
        say_behind();
    }
out:
    return turns;
}
