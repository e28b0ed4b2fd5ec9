/* Context managers: what begins something, and undoes it behind a block.
 * SPDX-License-Identifier: MIT
 *
 * A context manager is a struct T whose first field is `enum with_at at`, and
 *
 *     HANDLE T_enter(struct T *m);    begins, and gives the handle; or NULL:
 *                                     not begun, the block is skipped
 *     void T_leave(struct T *m);      undoes, also after a T_enter that gave
 *                                     NULL; must not fail
 *
 * where HANDLE is any pointer type.  `with (T, name, .field = value, ...)`
 * makes a struct T with these fields, and `name` of type HANDLE.
 *
 * Expands to a for that declares struct T and T_leave's guard and runs once,
 * and in it a for that declares name and runs once unless name is NULL.
 */
#ifndef DOORBELL_WITH_MANAGER_H
#define DOORBELL_WITH_MANAGER_H

#include <stddef.h>

#include "guard.h"

enum with_at { WITH_BEFORE, WITH_INSIDE };

#define with(...) WITH_BLOCK(__VA_ARGS__, )
#define WITH_BLOCK(type, name, ...)                                            \
    for (struct type name##_manager                                            \
             guarded(type##_leave) = {.at = WITH_BEFORE, __VA_ARGS__},         \
             *name##_once = &name##_manager;                                   \
         name##_once; name##_once = NULL)                                      \
        for (__typeof__(type##_enter(name##_once)) name =                      \
                 type##_enter(&name##_manager);                                \
             name; name = NULL)

/* A manager written as one function with a yield in the middle, as Python's
 * @contextmanager:
 *
 *     static void
 *     printer_manage(struct printer *p)
 *     {
 *         manage (p) {
 *             puts("before");
 *             yield (p);          here the block runs
 *             puts("after");
 *         }
 *     }
 *     MANAGER(printer)            makes printer_enter and printer_leave
 *
 * The block gets the handle p.  A function that returns before its yield was
 * not entered.  It is called twice, so its local variables do not outlive the
 * yield: what must, is a field of p.  Only one yield, not inside a switch.
 */
#define MANAGER(type)                                                          \
    static inline struct type *type##_enter(struct type *m)                    \
    {                                                                          \
        type##_manage(m);                                                      \
        return m->at == WITH_INSIDE ? m : NULL;                                \
    }                                                                          \
    static inline void type##_leave(struct type *m)                            \
    {                                                                          \
        if (m->at == WITH_INSIDE)                                              \
            type##_manage(m);                                                  \
    }
#define manage(m)                                                              \
    switch ((int)(m)->at)                                                      \
    case WITH_BEFORE:
#define yield(m)                                                               \
    do {                                                                       \
        (m)->at = WITH_INSIDE;                                                 \
        return;                                                                \
    case WITH_INSIDE:;                                                         \
    } while (0)

#endif
