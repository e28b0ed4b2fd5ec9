/* The ways out that a function can take for its caller, and what is made.
 * SPDX-License-Identifier: MIT
 */
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#include "seen.h"
#include "way.h"

static const unsigned long MADE = 0x600d600d600d600d;

struct seen *seen;
jmp_buf outside;

struct thing
thing_make(void)
{
    seen->n_made++;
    return (struct thing){MADE};
}

void
thing_undo(struct thing *thing)
{
    if (thing->made == MADE)
        seen->n_undone++;
    else
        seen->n_never_made++;
    thing->made = 0;
}

void
say_behind(void)
{
    seen->n_behind++;
}

int
leave_through(enum way way)
{
    switch (way) {
    case WAY_ERROR:
        return EIO;
    case WAY_LONGJMP:
        longjmp(outside, 1);
    case WAY_PTHREAD_EXIT:
        pthread_exit(NULL);
    case WAY_PTHREAD_CANCEL:
        pthread_cancel(pthread_self());
        pthread_testcancel();
        return 0;
    case WAY_EXIT:
        exit(0);
    case WAY_QUICK_EXIT:
        _exit(0);
    case WAY_ABORT:
        abort();
    case WAY_SIGNAL:
        raise(SIGTERM);
        return 0;
    default:
        return 0;
    }
}
