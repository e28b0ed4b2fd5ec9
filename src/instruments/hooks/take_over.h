/* How one public name is defined, for the files of hooks.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_HOOKS_TAKE_OVER_H
#define DOORBELL_HOOKS_TAKE_OVER_H

#include "hooks/hooks.h"

/* TAKE_OVER(int, sem_post, (sem_t *s), (s)) expands to the function sem_post,
 * visible to all, which calls hooks.sem_post, or else the real one.
 */
#define TAKE_OVER(type, name, parameters, arguments)                           \
    TAKE_OVER_AS(type, name, hooks.name, hooks_real()->name, parameters,       \
                 arguments)

#define TAKE_OVER_AS(type, name, hook, real, parameters, arguments)            \
    __attribute__((visibility("default"))) type name parameters                \
    {                                                                          \
        hooks_site = __builtin_return_address(0);                              \
        return (hook ? hook : real)arguments;                                  \
    }

#endif
