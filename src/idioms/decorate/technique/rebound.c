/* A decorator by rebinding: the name is a variable, as every name in Python.
 * SPDX-License-Identifier: MIT
 *
 * Each call of funcA, in the function itself too, calls what the variable holds.
 */
#include "slide.h"

int wrapper(void);

static int plain_funcA(void);
static int plain_fib(int n);

static int (*rebound_funcA)(void) = plain_funcA;
static int (*rebound_fib)(int n) = plain_fib;
#define funcA rebound_funcA /* slide.h has functions of these names */
#define fib   rebound_fib

static int
plain_funcA(void)
{
    say_name((any_function)funcA);
    return 10;
}

static int
plain_fib(int n)
{
    if (n < 2)
        return n;
    int before = fib(n - 2);
    return before + fib(n - 1);
}

int
wrapper(void)
{
    return call_wrapped(plain_funcA);
}

static int
traced_fib(int n)
{
    return trace_call(plain_fib, n);
}

int
main(void)
{
    funcA = wrapper;
    fib = traced_fib;
    funcA();
    why("all three, as in Python: the name is a variable and was rebound");
    why("the price: each call goes through memory and is never inlined");
    fib(3);
    return 0;
}
