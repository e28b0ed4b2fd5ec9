/* A decorator by libffi: a function that is made while the program runs.
 * SPDX-License-Identifier: MIT
 *
 * As rebound.c, but deco serves functions of every signature, as *args and
 * **kwargs do, and each decorated function has a wrapper of its own.
 */
#include <stdio.h>
#include <string.h>

#include "decorate.h"
#include "slide.h"

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

static void
wrapper(struct call *call, const struct decorator *self)
{
    char result[64];

    (void)self;
    puts("call wrapper");
    call_go_on(call);
    call_print_result(call, result, sizeof(result));
    printf("result is %s\n", result);
}

int
main(int argc, char **argv)
{
    struct decorator deco = {.name = "wrapped", .around = wrapper};

    if (argc > 1 && !strcmp(argv[1], "unnamed"))
        deco.name = NULL; /* and gdb has no name for it */
    funcA = decorate(deco, funcA, "int(void)");
    fib = decorate(trace, fib, "int(int)");
    funcA();
    why("no name: the wrapper was made while this ran, and is in no file");
    why("what it carries by wraps: %s", callable_of((any_function)funcA)->name);
    fib(3);
    undecorate(funcA);
    undecorate(fib);
    return 0;
}
