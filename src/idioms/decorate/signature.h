/* A function's signature, read from text such as "int(int, const char *)".
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_DECORATE_SIGNATURE_H
#define DOORBELL_DECORATE_SIGNATURE_H

#include <stddef.h>

#include "type.h"

enum { SIGNATURE_ARGUMENTS_MAX = 16 };

struct signature {
    struct type result;
    size_t n_arguments;
    struct type arguments[SIGNATURE_ARGUMENTS_MAX];
    ffi_type *ffi_arguments[SIGNATURE_ARGUMENTS_MAX];
    ffi_cif cif; /* points into the struct, which must not move */
};

/* Reads text.  Returns 0; EINVAL for what is no signature, has a type that
 * type.h does not know, or "..."; E2BIG for too many arguments.
 */
int signature_parse(struct signature *s, const char *text);

#endif
