/* One call on its way through a decorator: made, and printed.
 * SPDX-License-Identifier: MIT
 */
#include <stdbool.h>
#include <stdio.h>

#include "closure.h"

void
call_go_on(struct call *call)
{
    ffi_call((ffi_cif *)&call->signature->cif, call->function->address,
             call->result, call->arguments);
}

static bool
is_integer(const struct type *type)
{
    return type->kind >= KIND_BOOL && type->kind <= KIND_UNSIGNED;
}

/* libffi widens a small integer that is returned; this undoes it. */
int64_t
call_result(const struct call *call)
{
    const struct type *type = &call->signature->result;
    struct type wide = {type->kind, &ffi_type_sint64};

    if (!is_integer(type))
        return 0;
    if (type->ffi->size < sizeof(ffi_arg))
        return type_integer(&wide, call->result);
    return type_integer(type, call->result);
}

int
call_print(const struct call *call, char *text, size_t size)
{
    const struct signature *s = call->signature;
    int n = snprintf(text, size, "%s(", call->function->name);

    for (size_t i = 0; i < s->n_arguments && (size_t)n < size; i++) {
        if (i > 0)
            n += snprintf(text + n, size - n, ", ");
        if ((size_t)n < size)
            n += type_print(&s->arguments[i], call->arguments[i], text + n,
                            size - n);
    }
    if ((size_t)n < size)
        n += snprintf(text + n, size - n, ")");
    return n;
}

int
call_print_result(const struct call *call, char *text, size_t size)
{
    const struct type *type = &call->signature->result;
    int64_t integer = call_result(call);
    struct type wide = {type->kind, &ffi_type_sint64};

    return is_integer(type) ? type_print(&wide, &integer, text, size)
                            : type_print(type, call->result, text, size);
}
