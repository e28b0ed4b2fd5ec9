/* A decorator by a function pointer: the caller calls the wrapper by its own name.
 * SPDX-License-Identifier: MIT
 *
 * deco gives the wrapper's address.  The name funcA goes on meaning funcA, so
 * only calls through the pointer are wrapped, and the recursion is not.
 */
#include "slide.h"

int wrapper(void);
int traced_fib(int n);

static int (*wrapped)(void); /* C has no closures: one wrapper, one function */

int
wrapper(void)
{
    return call_wrapped(wrapped);
}

static int (*deco(int (*function)(void)))(void)
{
    wrapped = function;
    return wrapper;
}

int
traced_fib(int n)
{
    return trace_call(fib, n);
}

int
main(void)
{
    int (*decorated)(void) = deco(funcA);

    decorated();
    why("the pointer is another name; funcA itself is still bound to funcA");
    why("__func__ in funcA says funcA whatever happens: it is lexical");
    traced_fib(3);
    return 0;
}
