/* pthread_cleanup_push and pop, with the handler run at the end.
 * SPDX-License-Identifier: MIT
 *
 * POSIX calls it undefined to leave this block by return, break, continue or
 * goto; the table says what happened here.
 */
#include <pthread.h>

#include "way.h"

#define ON_ERROR return turns

static void
undo(void *thing)
{
    thing_undo(thing);
}

int
leave_by(enum way way)
{
    int turns = 0;

    GOTO_INSIDE(way)
    for (; turns < TURNS; turns++) {
        struct thing thing = thing_make();
        pthread_cleanup_push(undo, &thing);
        /* POSIX's macro is a loop too: NOLINTNEXTLINE */
        LEAVE_BY(way);
        pthread_cleanup_pop(1);
        say_behind();
    }
out:
    return turns;
}
