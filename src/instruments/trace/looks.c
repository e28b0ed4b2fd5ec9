/* Which lock is a poll that found nothing.
 * SPDX-License-Identifier: MIT
 */
#include "looks.h"

void
look_at(struct look *look, struct spot *locked_at, const void *mutex)
{
    if (look->napped && look->locked_at == locked_at && look->mutex == mutex)
        traced_add(&locked_at->n_empty, 1);
    *look = (struct look){locked_at, mutex, false};
}

void
look_then_nap(struct look *look)
{
    look->napped = look->locked_at != NULL;
}

void
look_then_other(struct look *look)
{
    *look = (struct look){0};
}

void
look_ends(struct look *look)
{
    if (look->napped)
        traced_add(&look->locked_at->n_empty, 1);
}
