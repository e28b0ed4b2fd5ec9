/* _Defer, of ISO/IEC TS 25755: a statement that runs at the end of its block.
 * SPDX-License-Identifier: MIT
 *
 * Only clang from 22 on compiles it, and only with -fdefer-ts.
 */
#include "way.h"

#define ON_ERROR return turns

int
leave_by(enum way way)
{
    int turns = 0;

    GOTO_INSIDE(way)
    for (; turns < TURNS; turns++) {
        {
            struct thing thing = thing_make();
            _Defer thing_undo(&thing);
            LEAVE_BY(way);
        }
        say_behind();
    }
out:
    return turns;
}
