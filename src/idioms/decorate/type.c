/* The types that a signature is made of.
 * SPDX-License-Identifier: MIT
 */
#include <ctype.h>
#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "array_len.h"
#include "type.h"

enum { SPELLING_BYTES = 64 };

/* Each as written with single blanks and no const but a string's. */
static const struct spelling {
    const char *words;
    struct type type;
} spellings[] = {
    {"void", {KIND_VOID, &ffi_type_void}},
    {"bool", {KIND_BOOL, &ffi_type_uint8}},
    {"_Bool", {KIND_BOOL, &ffi_type_uint8}},
    {"char", {KIND_CHAR, &ffi_type_schar}},
    {"signed char", {KIND_SIGNED, &ffi_type_schar}},
    {"unsigned char", {KIND_UNSIGNED, &ffi_type_uchar}},
    {"short", {KIND_SIGNED, &ffi_type_sshort}},
    {"unsigned short", {KIND_UNSIGNED, &ffi_type_ushort}},
    {"int", {KIND_SIGNED, &ffi_type_sint}},
    {"unsigned", {KIND_UNSIGNED, &ffi_type_uint}},
    {"unsigned int", {KIND_UNSIGNED, &ffi_type_uint}},
    {"long", {KIND_SIGNED, &ffi_type_slong}},
    {"unsigned long", {KIND_UNSIGNED, &ffi_type_ulong}},
    {"long long", {KIND_SIGNED, &ffi_type_sint64}},
    {"unsigned long long", {KIND_UNSIGNED, &ffi_type_uint64}},
    {"int8_t", {KIND_SIGNED, &ffi_type_sint8}},
    {"uint8_t", {KIND_UNSIGNED, &ffi_type_uint8}},
    {"int16_t", {KIND_SIGNED, &ffi_type_sint16}},
    {"uint16_t", {KIND_UNSIGNED, &ffi_type_uint16}},
    {"int32_t", {KIND_SIGNED, &ffi_type_sint32}},
    {"uint32_t", {KIND_UNSIGNED, &ffi_type_uint32}},
    {"int64_t", {KIND_SIGNED, &ffi_type_sint64}},
    {"uint64_t", {KIND_UNSIGNED, &ffi_type_uint64}},
    {"size_t", {KIND_UNSIGNED, &ffi_type_ulong}},
    {"ssize_t", {KIND_SIGNED, &ffi_type_slong}},
    {"float", {KIND_FLOATING, &ffi_type_float}},
    {"double", {KIND_FLOATING, &ffi_type_double}},
    {"char *", {KIND_STRING, &ffi_type_pointer}},
    {"const char *", {KIND_STRING, &ffi_type_pointer}},
};

/* Copies the spelling with one blank between words and before a star. */
static void
tidy(const char *text, size_t n, char tidied[SPELLING_BYTES])
{
    size_t length = 0;
    bool blank = false;

    for (size_t i = 0; i < n && length + 2 < SPELLING_BYTES; i++) {
        if (isspace((unsigned char)text[i])) {
            blank = length > 0;
            continue;
        }
        if (blank || (text[i] == '*' && length && tidied[length - 1] != '*'))
            tidied[length++] = ' ';
        blank = false;
        tidied[length++] = text[i];
    }
    tidied[length] = '\0';
}

int
type_parse(const char *text, size_t n, struct type *type)
{
    char tidied[SPELLING_BYTES];

    tidy(text, n, tidied);
    for (size_t i = 0; i < ARRAY_LEN(spellings); i++)
        if (!strcmp(tidied, spellings[i].words)) {
            *type = spellings[i].type;
            return 0;
        }
    if (!strchr(tidied, '*'))
        return EINVAL;
    *type = (struct type){KIND_POINTER, &ffi_type_pointer};
    return 0;
}

static int64_t
extend(uint64_t bits, size_t n_bytes, bool is_signed)
{
    unsigned unused = 64 - 8 * (unsigned)n_bytes;

    bits <<= unused;
    return is_signed ? (int64_t)bits >> unused : (int64_t)(bits >> unused);
}

int64_t
type_integer(const struct type *type, const void *value)
{
    bool is_signed = type->kind == KIND_SIGNED || type->kind == KIND_CHAR;
    uint64_t bits = 0;

    switch (type->ffi->size) {
    case 1:
        bits = *(const uint8_t *)value;
        break;
    case 2:
        bits = *(const uint16_t *)value;
        break;
    case 4:
        bits = *(const uint32_t *)value;
        break;
    default:
        memcpy(&bits, value, sizeof(bits));
    }
    return extend(bits, type->ffi->size, is_signed);
}

static double
floating(const struct type *type, const void *value)
{
    return type->ffi == &ffi_type_float ? (double)*(const float *)value
                                        : *(const double *)value;
}

int
type_print(const struct type *type, const void *value, char *text, size_t size)
{
    switch (type->kind) {
    case KIND_BOOL:
        return snprintf(text, size, "%s",
                        type_integer(type, value) ? "true" : "false");
    case KIND_CHAR:
        return snprintf(text, size, "'%c'", (int)type_integer(type, value));
    case KIND_SIGNED:
        return snprintf(text, size, "%" PRId64, type_integer(type, value));
    case KIND_UNSIGNED:
        return snprintf(text, size, "%" PRIu64,
                        (uint64_t)type_integer(type, value));
    case KIND_FLOATING:
        return snprintf(text, size, "%g", floating(type, value));
    case KIND_STRING: {
        const char *string = *(const char *const *)value;
        return string ? snprintf(text, size, "\"%s\"", string)
                      : snprintf(text, size, "NULL");
    }
    case KIND_POINTER:
        return snprintf(text, size, "%p", *(void *const *)value);
    default:
        return snprintf(text, size, "nothing");
    }
}
