/* What stands before a call that can be made to fail.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_TESTS_HARNESS_WRAPPED_FAIL_NOW_H
#define DOORBELL_TESTS_HARNESS_WRAPPED_FAIL_NOW_H

#include <stdbool.h>

#include "fail.h"

/* Counts this call; whether it is the one that shall fail. */
bool fail_now(enum fail_call call);

/* Expands to the declaration of the real function, and the head of the one
 * that stands before it.  The names with underscores are the linker's.
 */
#define WRAP(type, name, ...)                                                  \
    type __real_##name(__VA_ARGS__);                                           \
    type __wrap_##name(__VA_ARGS__);                                           \
    type __wrap_##name(__VA_ARGS__)

#endif
