/* Decorating a function of any signature while the program runs.
 * SPDX-License-Identifier: MIT
 *
 *     static int (*fib)(int) = plain_fib;     recursion goes through fib
 *
 *     fib = decorate(trace, fib, "int(int)");
 *     fib(3);                                 prints five lines
 *     fib = decorate(retry(3), fib, "int(int)");
 *     fib = undecorate(undecorate(fib));      the plain one again
 *
 * As in Python, a decorator is no more than the rebinding of a name: a
 * caller that keeps the old address calls the old function.  What is decorated last is
 * called first.
 *
 * How it works: libffi makes, while the program runs, a few instructions that
 * are a function of just this signature.  A call of it arrives in one handler
 * with an array of pointers to the arguments, Python's *args, and the handler
 * lets the decorator do what it wants around the call of what is wrapped.
 * debuggers.h tells gdb the name of these instructions.
 *
 * Decorating and undecorating may happen in any thread; undecorate only
 * what no thread is inside of or will call again.
 */
#ifndef DOORBELL_DECORATE_CLOSURE_H
#define DOORBELL_DECORATE_CLOSURE_H

#include "callable.h"
#include "signature.h"

/* One call on its way through a decorator. */
struct call {
    const struct callable *function; /* what is wrapped; it has the name */
    const struct signature *signature;
    void **arguments; /* the argument i is at arguments[i] */
    void *result;     /* call_go_on writes it, in at least 8 bytes */
};

/* A decorator, with its parameters. */
struct decorator {
    const char *name; /* a debugger sees "name_function"; NULL: nothing */
    void (*around)(struct call *call, const struct decorator *self);
    int n;
    void *context; /* outlives what is decorated with it */
};

/* Calls what is wrapped with the arguments; as often as one likes. */
void call_go_on(struct call *call);

/* The result as an integer; 0 for types that are none. */
int64_t call_result(const struct call *call);

/* Writes "name(argument, ...)" or the result, as snprintf does. */
int call_print(const struct call *call, char *text, size_t size);
int call_print_result(const struct call *call, char *text, size_t size);

/* A function of the same type, which the decorator wraps; NULL, with
 * errno, when the signature is none (EINVAL, E2BIG) or memory is out.  The
 * signature must be the function's own: nothing can check that.
 */
#define decorate(decorator, function, signature)                               \
    ((__typeof__(&*(function)))decorate_any(decorator,                         \
                                            (any_function)(function),          \
                                            #function, signature))

/* What the function wrapped; the wrapper itself is gone.  A function that was
 * not decorated is given back as it is.
 */
#define undecorate(function)                                                   \
    ((__typeof__(&*(function)))undecorate_any((any_function)(function)))

any_function decorate_any(struct decorator decorator, any_function function,
                          const char *name, const char *signature);
any_function undecorate_any(any_function function);

/* What is known of a decorated function: wraps has carried it over.  NULL for
 * one that is not decorated.
 */
const struct callable *callable_of(any_function function);

#endif
