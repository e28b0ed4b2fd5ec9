/* Decorating a function of any signature while the program runs.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "closure.h"
#include "debuggers.h"
#include "with.h"

struct closure {
    struct callable wrapper;  /* its address is what callers call */
    struct callable function; /* what is wrapped, when it is no closure */
    struct decorator decorator;
    struct signature signature;
    ffi_closure *ffi;
    struct debugger_name debugger_name;
    struct closure *next;
};

/* All that live: an address is all that a caller has, and it must be found
 * again by that.
 */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct closure *closures; /* guarded by lock */

static struct closure **
find(any_function address)
{
    struct closure **c = &closures;

    while (*c && (*c)->wrapper.address != address)
        c = &(*c)->next;
    return c;
}

static void
handle(ffi_cif *cif, void *result, void **arguments, void *closure)
{
    struct closure *c = closure;
    struct call call = {c->wrapper.wrapped, &c->signature, arguments, result};

    (void)cif;
    c->decorator.around(&call, &c->decorator);
}

/* Returns 0 or an error number; then nothing is left behind. */
static int
make_code(struct closure *c)
{
    void *code;

    c->ffi = ffi_closure_alloc(sizeof(*c->ffi), &code);
    if (!c->ffi)
        return ENOMEM;
    memcpy(&c->wrapper.address, &code, sizeof(code)); /* void * to function */
    ffi_status status =
        ffi_prep_closure_loc(c->ffi, &c->signature.cif, handle, c, code);
    int error = status == FFI_OK ? 0 : EINVAL;
    if (!error && c->decorator.name)
        error =
            debugger_name_add(&c->debugger_name, c->decorator.name,
                              c->wrapper.name, code, DEBUGGER_CLOSURE_BYTES);
    if (error)
        ffi_closure_free(c->ffi);
    return error;
}

static void
drop(struct closure *c)
{
    debugger_name_remove(&c->debugger_name);
    ffi_closure_free(c->ffi);
    free(c);
}

/* What is being wrapped: a closure's own callable, or one made here. */
static const struct callable *
wrapped_by(struct closure *c, any_function function, const char *name,
           const char *signature)
{
    const struct callable *known = callable_of(function);

    c->function = (struct callable){function, name, NULL, signature, NULL};
    return known ? known : &c->function;
}

static int
make(struct closure *c, any_function function, const char *name,
     const char *signature)
{
    int error = signature_parse(&c->signature, signature);

    if (error)
        return error;
    wraps(&c->wrapper, wrapped_by(c, function, name, signature));
    return make_code(c);
}

any_function
decorate_any(struct decorator decorator, any_function function,
             const char *name, const char *signature)
{
    guarded(free_guarded) struct closure *c = calloc(1, sizeof(*c));
    int error = ENOMEM;

    if (c) {
        c->decorator = decorator;
        error = make(c, function, name, signature);
    }
    if (error) {
        errno = error;
        return NULL;
    }
    with_lock (&lock) {
        c->next = closures;
        closures = c;
    }
    return steal(c)->wrapper.address;
}

any_function
undecorate_any(any_function function)
{
    struct closure *found;

    with_lock (&lock) {
        struct closure **c = find(function);
        found = *c;
        if (found)
            *c = found->next;
    }
    if (!found)
        return function;
    any_function wrapped = found->wrapper.wrapped->address;
    drop(found);
    return wrapped;
}

const struct callable *
callable_of(any_function function)
{
    hold_lock(&lock);
    struct closure *c = *find(function);
    return c ? &c->wrapper : NULL;
}
