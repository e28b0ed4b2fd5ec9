/* A guard: a variable that is cleaned up when it goes out of scope.
 * SPDX-License-Identifier: MIT
 *
 *     GUARD(FILE *, fclose)
 *
 *     guarded(fclose_guarded) FILE *f = fopen(path, "r");
 *     if (!f || no_good(f))
 *         return NULL;                     closed, unless it is NULL
 *     return steal(f);                     past the guard, still open
 *
 * The compilers know guards; clang's analyser and cppcheck do not, and report
 * leaks where there are none.
 */
#ifndef DOORBELL_WITH_GUARD_H
#define DOORBELL_WITH_GUARD_H

#include <stdlib.h>
#include <string.h>

/* Runs clean_up(&variable) when the variable that is declared with it goes
 * out of scope.  It must be initialised where it is declared: a goto or a case
 * label that jumps past the declaration leaves it with garbage to clean up.
 */
#define guarded(clean_up) __attribute__((cleanup(clean_up), unused))

/* Defines function_guarded, for variables of that pointer type, which calls
 * function unless the pointer is NULL: GUARD(FILE *, fclose)
 */
#define GUARD(type, function)                                                  \
    static inline void function##_guarded(type *variable)                      \
    {                                                                          \
        if (*variable)                                                         \
            (void)function(*variable);                                         \
    }

/* For pointers of every type, from malloc: guarded(free_guarded) char *s */
static inline void
free_guarded(void *variable)
{
    void *memory;

    memcpy(&memory, variable, sizeof(memory)); /* whatever it points to */
    free(memory);
}

/* The value of a guarded pointer, which is NULL from now on: what is stolen
 * from its guard may be returned.
 */
#define steal(pointer)                                                         \
    __extension__({                                                            \
        __typeof__(pointer) *steal_from = &(pointer);                          \
        __typeof__(pointer) steal_value = *steal_from;                         \
        *steal_from = NULL;                                                    \
        steal_value;                                                           \
    })

#endif
