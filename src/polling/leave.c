/* How a naive worker leaves, with an item in its hand or not.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>

#include "leave.h"

void
worker_strand(struct worker *w, void *item, int error, const char *why)
{
    struct item *stranded = item_fail(item, w->stage->name, error, "%s", why);

    stranded->next = w->stranded;
    w->stranded = stranded;
    atomic_fetch_add(&w->n_stranded, 1);
}

void
worker_leave(void *worker)
{
    struct worker *w = worker;

    if (w->item)
        worker_strand(w, w->item, ECANCELED, "its worker ended");
    atomic_fetch_sub(w->crew, 1);
}
