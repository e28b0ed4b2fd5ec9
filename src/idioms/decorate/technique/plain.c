/* The two functions as they are, in a file of their own.
 * SPDX-License-Identifier: MIT
 */
#include "slide.h"

int
funcA(void)
{
    say_name((any_function)funcA);
    return 10;
}

int
fib(int n)
{
    if (n < 2)
        return n;
    int before = fib(n - 2);
    return before + fib(n - 1);
}
