/* The slides' decorator and its two functions, for every technique.
 * SPDX-License-Identifier: MIT
 *
 *     def deco(func):
 *         def wrapper(*args, **kwargs):
 *             print('call wrapper')
 *             result = func(*args, **kwargs)
 *             print('result is ', result)
 *             return result
 *         return wrapper
 *
 *     @deco
 *     def funcA():
 *         print('function name is ', funcA.__name__)
 *         return 10
 *
 * That funcA asks the *name* funcA, which is bound to the wrapper by then.  In
 * C what a name is bound to has an address, and dladdr knows addresses.
 */
#ifndef DOORBELL_DECORATE_TECHNIQUE_SLIDE_H
#define DOORBELL_DECORATE_TECHNIQUE_SLIDE_H

#include "callable.h"

/* The functions to be wrapped, for techniques that leave them as they are. */
int funcA(void);
int fib(int n);

/* Prints "function name is ..." with what dladdr says of the address. */
void say_name(any_function function);

/* What a wrapper does: says so, calls, and prints the result. */
int call_wrapped(int (*function)(void));

/* A trace's line, printed when the call has returned. */
int trace_call(int (*function)(int), int n);

/* Prints "# ", so that a reader tells it from the slides' lines, and why. */
__attribute__((format(printf, 1, 2))) void why(const char *format, ...);

#endif
