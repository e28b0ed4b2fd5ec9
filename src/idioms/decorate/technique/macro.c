/* A decorator by a macro: the text of a call is replaced, not the function.
 * SPDX-License-Identifier: MIT
 *
 * A macro is not expanded inside itself, so the name can be used in it; and a
 * name without "(" behind it is not a call, so an address is never wrapped.
 */
#include "slide.h"

#define funcA() call_wrapped(funcA)
#define fib(n)  trace_call(fib, n)

/* What is compiled below the macro is traced too, if it is written as calls;
 * the parentheses keep the definition itself from being one.
 */
static int(recursive)(int n);
#define recursive(n) trace_call(recursive, n)

static int(recursive)(int n)
{
    if (n < 2)
        return n;
    int before = recursive(n - 2);
    return before + recursive(n - 1);
}

int
main(int argc, char **argv)
{
    (void)argv;
    if (argc > 1) { /* "before": the macro stood before the function */
        recursive(3);
        return 0;
    }
    funcA();
    why("the name is funcA: only the text of this one call has changed");
    why("calls by pointer, and in files without the macro, are not wrapped");
    fib(3);
    return 0;
}
