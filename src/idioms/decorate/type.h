/* The types that a signature is made of.
 * SPDX-License-Identifier: MIT
 *
 * void, bool, char, the integers (also size_t, int32_t and the like), float,
 * double, const char * (a string), and pointers to anything else.  No struct
 * goes by value.
 */
#ifndef DOORBELL_DECORATE_TYPE_H
#define DOORBELL_DECORATE_TYPE_H

#include <stddef.h>
#include <stdint.h>

#include <ffi.h>

enum kind {
    KIND_VOID,
    KIND_BOOL,
    KIND_CHAR,
    KIND_SIGNED,
    KIND_UNSIGNED,
    KIND_FLOATING,
    KIND_STRING,
    KIND_POINTER,
};

struct type {
    enum kind kind;
    ffi_type *ffi;
};

/* Finds the type that is spelled by the first n bytes of text, whatever the
 * blanks.  Returns 0, or EINVAL when it is none of these.
 */
int type_parse(const char *text, size_t n, struct type *type);

/* The integer at value, of any size and sign. */
int64_t type_integer(const struct type *type, const void *value);

/* Writes the value as C would spell it, at most size bytes with the final
 * zero; returns how many it would take, as snprintf does.
 */
int type_print(const struct type *type, const void *value, char *text,
               size_t size);

#endif
