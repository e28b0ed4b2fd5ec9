/* Functions by name: what a job that is sent to another process names.
 * SPDX-License-Identifier: MIT
 *
 * An address is of use in the process that it is from, and in that alone: a
 * position-independent program lies elsewhere in every run.  A name that both
 * sides registered is of use everywhere.
 */
#ifndef DOORBELL_DECORATE_REGISTRY_H
#define DOORBELL_DECORATE_REGISTRY_H

#include <stddef.h>

#include "callable.h"

enum { REGISTRY_MAX = 64 };

struct registry {
    const struct callable *functions[REGISTRY_MAX];
    size_t n_functions;
};

/* Adds a function under its callable's name; the callable outlives it.
 * Returns 0, ENOSPC, or EEXIST for a name that is taken, which is what happens
 * to all wrappers but the first when none of them wraps.
 */
int registry_add(struct registry *r, const struct callable *c);

/* The function of that name; NULL when there is none. */
const struct callable *registry_find(const struct registry *r,
                                     const char *name);

#endif
