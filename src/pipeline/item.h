/* What travels through a pipeline: one item, and what became of it.
 * SPDX-License-Identifier: MIT
 *
 * Main makes the items and frees them; queues and workers only pass them on,
 * and the thread that holds one may write to it.  A failure is written into the item
 * and travels on with it, so that every item arrives and every sum holds.
 */
#ifndef DOORBELL_ITEM_H
#define DOORBELL_ITEM_H

#include <stddef.h>
#include <stdint.h>

enum { REASON_BYTES = 160 };

struct item {
    struct item *next;    /* in a list of items that no queue holds */
    size_t number;        /* from 0, in the order in which they are put */
    int64_t scheduled_ns; /* when it was due; 0 when it is not measured */
    int64_t finished_ns;  /* when the last stage had done its work */

    /* What the stages keep in the item from one to the next, and how it is
     * given back: a stage that sets data sets release too, or leaves NULL.
     */
    void *data;
    void (*release)(void *data);

    const char *failed_stage;  /* NULL while all is well */
    int error;                 /* then: an error number, */
    char reason[REASON_BYTES]; /* and why, in words, for a reader */
};

/* Writes a failure into the item: the stage's name, which must outlive the
 * item, an error number, and a reason in printf form.  Only the first
 * failure is kept.  Returns item, so that a stage can `return item_fail(...)`.
 */
__attribute__((format(printf, 4, 5))) struct item *
item_fail(struct item *item, const char *stage, int error, const char *format,
          ...);

/* Takes the first item off a list, or returns NULL. */
struct item *item_unlink(struct item **list);

/* Gives back what the stages left in it.  The item itself is its maker's. */
void item_release(struct item *item);

#endif
