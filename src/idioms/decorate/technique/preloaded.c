/* What LD_PRELOAD puts before libplain.so: the same names, and the next ones.
 * SPDX-License-Identifier: MIT
 */
#include <dlfcn.h>
#include <string.h>

#include "slide.h"

/* The definition that would have been used without this one. */
static void
find_next(const char *name, void *function)
{
    void *address = dlsym(RTLD_NEXT, name);

    memcpy(function, &address, sizeof(address));
}

int
funcA(void)
{
    int (*next)(void);

    find_next("funcA", &next);
    return call_wrapped(next);
}

int
fib(int n)
{
    int (*next)(int);

    find_next("fib", &next);
    return trace_call(next, n);
}
