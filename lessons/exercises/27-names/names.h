/* A table of functions by name: what your registry.c is to do.
 * SPDX-License-Identifier: MIT
 */
#ifndef NAMES_H
#define NAMES_H

#include <stddef.h>

#include "callable.h"

enum { NAMES_MAX = 4 };

struct names {
    const struct callable *functions[NAMES_MAX];
    size_t n_functions;
};

/* Adds a callable under its name.  0; EEXIST when another callable has that
 * name, and then *taken_by is that other one; ENOSPC when there is no room and
 * the name is free.  Where it is not 0 the table is as it was.  To add the same
 * callable again is no error, and changes nothing.
 */
int names_add(struct names *t, const struct callable *c,
              const struct callable **taken_by);

/* The callable of that name; NULL when there is none. */
const struct callable *names_find(const struct names *t, const char *name);

#endif
