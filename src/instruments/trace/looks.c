/* Which lock is a poll that found nothing.
 * SPDX-License-Identifier: MIT
 */
#include "looks.h"

void
look_at(struct look *look, struct spot *locked_at, const void *mutex)
{
    bool again = look->locked_at == locked_at && look->mutex == mutex;

    if (look->napped && again)
        traced_add(&locked_at->n_empty, 1);
    *look = (struct look){.locked_at = locked_at,
                          .mutex = mutex,
                          .in_doubt = look->slept && again ? locked_at : NULL};
}

void
look_then_nap(struct look *look)
{
    look->napped = look->locked_at != NULL;
}

/* This one is a nap, and so was the one before. */
void
look_then_nap_until(struct look *look)
{
    if (look->in_doubt)
        traced_add(&look->in_doubt->n_empty, 1);
    look->in_doubt = NULL;
    look_then_nap(look);
}

void
look_then_sleep_until(struct look *look)
{
    look->slept = look->locked_at != NULL;
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
