/* The item is guarded, and never taken out of its guard.
 * SPDX-License-Identifier: MIT
 */
#include <stddef.h>

#include "send.h"

/* With the compiler's clean-up: no way out needs to be thought of. */
static void
unlock(struct place **p)
{
    if (*p)
        place_unlock(*p);
}

static void
drop(char **item)
{
    if (*item)
        item_drop(*item);
}

#define GUARDED(f) __attribute__((cleanup(f)))

int
send_item(void)
{
    int error = place_lock(&mine);
    if (error)
        return error;
    GUARDED(unlock) struct place *first = &mine;
    error = place_lock(&theirs);
    if (error)
        return error;
    GUARDED(unlock) struct place *second = &theirs;
    GUARDED(drop) char *item = item_make();
    if (!item)
        return ENOMEM;
    GUARDED(drop) char *copy = item_copy(item);
    if (!copy)
        return ENOMEM;
    error = log_item(copy);
    (void)first, (void)second;
    return error ? error : queue_item(item);
}
