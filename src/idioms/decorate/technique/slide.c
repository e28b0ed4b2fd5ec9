/* The slides' decorator, for every technique.
 * SPDX-License-Identifier: MIT
 */
#include <dlfcn.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "slide.h"

void
say_name(any_function function)
{
    Dl_info info = {0};
    void *address;

    memcpy(&address, &function, sizeof(address));
    dladdr(address, &info);
    printf("function name is %s\n", info.dli_sname ? info.dli_sname : "??");
}

int
call_wrapped(int (*function)(void))
{
    puts("call wrapper");
    int result = function();
    printf("result is %d\n", result);
    return result;
}

int
trace_call(int (*function)(int), int n)
{
    int result = function(n);

    printf("fib(%d) is %d\n", n, result);
    return result;
}

void
why(const char *format, ...)
{
    va_list arguments;

    fputs("# ", stdout);
    va_start(arguments, format);
    vprintf(format, arguments);
    va_end(arguments);
    putchar('\n');
}
