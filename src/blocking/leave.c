/* How a worker leaves: with an item in its hand or not, as the last or not.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>

#include "closing.h"
#include "leave.h"
#include "must.h"
#include "tasks.h"
#include "wait.h"

void
worker_strand(struct worker *w, void *item, int error, const char *why)
{
    struct item *stranded = item_fail(item, w->stage->name, error, "%s", why);

    stranded->next = w->stranded;
    w->stranded = stranded;
    atomic_fetch_add(&w->n_stranded, 1);
}

static void
strand_left_over(void *worker, void *item)
{
    worker_strand(worker, item, EPIPE, "no worker was left for it");
}

/* The last of a crew closes its queue from below.  When the end came from
 * above, the queue is closed and empty already, and this changes nothing.
 */
void
worker_leave(void *worker)
{
    struct worker *w = worker;
    struct queue_counts own = wait_counts_of_this_thread();

    w->waits = own.waits;
    w->wakeups = own.wakeups;
    if (w->item) {
        worker_strand(w, w->item, ECANCELED, "its worker ended");
        must(queue_task_done(w->in));
    }
    if (atomic_fetch_sub(w->crew, 1) == 1)
        queue_close_drop(w->in, strand_left_over, w);
}
