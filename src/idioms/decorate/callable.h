/* A callable: a function, and what a caller may want to know about it.
 * SPDX-License-Identifier: MIT
 *
 *     int funcA(void);
 *     struct callable plain = CALLABLE(funcA, "int(void)", "Gives 10.");
 *     struct callable wrapper = CALLABLE(deco, "int(void)", NULL);
 *     wraps(&wrapper, &plain);        its name is "funcA" now
 *
 * In Python a function is an object that knows its own name, which a wrapper
 * loses and functools.wraps carries over.  In C a function is an address: a
 * name is what a debugger, dladdr or this struct says about the address, and
 * __func__ is the name of the source text that one is in, whatever points
 * there.  So here the name, the documentation and the signature are kept with
 * the address, and wraps carries them over.
 */
#ifndef DOORBELL_DECORATE_CALLABLE_H
#define DOORBELL_DECORATE_CALLABLE_H

/* What void * is to objects: any function's address, to be cast back to the
 * function's own type before it is called.
 */
typedef void (*any_function)(void);

struct callable {
    any_function address;
    const char *name;
    const char *doc;                /* or NULL */
    const char *signature;          /* as "int(int, const char *)" */
    const struct callable *wrapped; /* what this one wraps; or NULL */
};

/* Expands to the initializer of a struct callable for a function. */
#define CALLABLE(function, signature, doc)                                     \
    {                                                                          \
        (any_function)(function), #function, doc, signature, NULL              \
    }

/* Gives the wrapper the name, documentation and signature of what it wraps,
 * and notes it; both outlive the wrapper's use.  Python's functools.wraps.
 */
static inline void
wraps(struct callable *wrapper, const struct callable *wrapped)
{
    wrapper->name = wrapped->name;
    wrapper->doc = wrapped->doc;
    wrapper->signature = wrapped->signature;
    wrapper->wrapped = wrapped;
}

/* What is wrapped at the bottom; the callable itself when it wraps nothing. */
static inline const struct callable *
unwrap(const struct callable *c)
{
    while (c->wrapped)
        c = c->wrapped;
    return c;
}

#endif
