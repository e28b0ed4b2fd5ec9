/* A function's signature, read from text.
 * SPDX-License-Identifier: MIT
 */
#include <ctype.h>
#include <errno.h>
#include <string.h>

#include "signature.h"

static int
add_argument(struct signature *s, const char *text, size_t n)
{
    if (s->n_arguments == SIGNATURE_ARGUMENTS_MAX)
        return E2BIG;
    struct type *type = &s->arguments[s->n_arguments];
    int error = type_parse(text, n, type);
    if (!error && type->kind == KIND_VOID)
        error = EINVAL;
    s->ffi_arguments[s->n_arguments++] = type->ffi;
    return error;
}

/* From behind "(" to before ")". */
static int
parse_arguments(struct signature *s, const char *text, const char *end)
{
    struct type only;

    if (!type_parse(text, end - text, &only) && only.kind == KIND_VOID)
        return 0;
    for (;;) {
        const char *comma = memchr(text, ',', end - text);
        int error = add_argument(s, text, (comma ? comma : end) - text);
        if (error || !comma)
            return error;
        text = comma + 1;
    }
}

static const char *
skip_blanks(const char *text)
{
    while (isspace((unsigned char)*text))
        text++;
    return text;
}

int
signature_parse(struct signature *s, const char *text)
{
    const char *open = strchr(text, '(');
    const char *end = open ? strchr(open, ')') : NULL;

    *s = (struct signature){0};
    if (!end || *skip_blanks(end + 1))
        return EINVAL;
    int error = type_parse(text, open - text, &s->result);
    if (!error)
        error = parse_arguments(s, open + 1, end);
    if (error)
        return error;
    ffi_status status =
        ffi_prep_cif(&s->cif, FFI_DEFAULT_ABI, (unsigned)s->n_arguments,
                     s->result.ffi, s->ffi_arguments);
    return status == FFI_OK ? 0 : EINVAL;
}
