/* A decorator by the linker: ld --wrap=funcA makes it undefined in others.
 * SPDX-License-Identifier: MIT
 *
 * ld turns an *undefined* reference to funcA into __wrap_funcA, and one to
 * __real_funcA into funcA.  In the file that defines funcA it is not undefined.
 */
#include <stdbool.h>

#include "slide.h"

int __real_funcA(void);
int __real_fib(int n);
int __wrap_funcA(void);
int __wrap_fib(int n);

static bool was_wrapped;

int
__wrap_funcA(void)
{
    was_wrapped = true;
    return call_wrapped(__real_funcA);
}

int
__wrap_fib(int n)
{
    return trace_call(__real_fib, n);
}

int
main(void)
{
    funcA();
    if (!was_wrapped)
        why("not wrapped: where funcA is defined it is not undefined");
    why("funcA's own file knows only funcA; in main's file it is");
    say_name((any_function)funcA);
    fib(3);
    return 0;
}
