/* A decorator by the compiler: -finstrument-functions calls these hooks.
 * SPDX-License-Identifier: MIT
 *
 * plain.c alone is compiled with that flag.  Each of its functions, also an
 * inlined one, calls a hook when it begins and one when it ends.  The hooks
 * get two addresses: no arguments, no result.
 */
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "slide.h"

void __cyg_profile_func_enter(void *function, void *call_site);
void __cyg_profile_func_exit(void *function, void *call_site);

static bool
is(void *address, any_function function)
{
    return !memcmp(&address, &function, sizeof(address));
}

void
__cyg_profile_func_enter(void *function, void *call_site)
{
    (void)call_site;
    if (is(function, (any_function)funcA))
        puts("call wrapper");
}

void
__cyg_profile_func_exit(void *function, void *call_site)
{
    (void)call_site;
    if (is(function, (any_function)fib))
        puts("fib(?) is ?");
}

int
main(void)
{
    int result = funcA();

    why("no `result is %d`: the hooks get addresses, and see no result",
        result);
    why("the name is funcA: it was compiled into it, nothing was rebound");
    fib(3);
    return 0;
}
