/* The trap: a clean-up of the wrong type, which no compiler notices.
 * SPDX-License-Identifier: MIT
 *
 * A function that takes void * takes the address of the variable for what the
 * variable holds.  So cleanup(free) would free a piece of the stack; gcc knows
 * free, and warns of that one alone.  GUARD's functions have the right type.
 */
#include <stdio.h>

#include "guard.h"

static char memory;

static void
give_back(void *address)
{
    puts(address == &memory ? "gives back the memory"
                            : "gives back the variable");
}

int
main(void)
{
    guarded(give_back) char *text = &memory;

    puts(text ? "taken" : "no memory");
    return 0;
}
