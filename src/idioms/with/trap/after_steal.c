/* The trap: a guard runs after steal as well, and finds NULL.
 * SPDX-License-Identifier: MIT
 *
 * steal does not take the guard away, it leaves NULL behind.  A clean-up that
 * does not look falls over it; those of GUARD look.
 */
#include <stdio.h>

#include "guard.h"

GUARD(FILE *, fclose)

static void
close_unseen(FILE **f)
{
    fclose(*f);
}

static FILE *
open_seen(void)
{
    guarded(fclose_guarded) FILE *f = tmpfile();

    return steal(f);
}

static FILE *
open_unseen(void)
{
    guarded(close_unseen) FILE *f = tmpfile();

    return steal(f);
}

int
main(void)
{
    fclose(open_seen());
    puts("by GUARD: well");
    fflush(stdout);
    fclose(open_unseen());
    puts("by hand: well");
    return 0;
}
