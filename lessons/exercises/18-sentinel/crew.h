/* Three workers and one sentinel: what your work.c does.
 * SPDX-License-Identifier: MIT
 *
 * Main is in judge.c.  It puts an item and then the sentinel, joins the queue,
 * and destroys it at once.
 */
#ifndef CREW_H
#define CREW_H

#include <stdatomic.h>

#include "blocking/queue.h"
#include "blocking/tasks.h"
#include "must.h"

enum { N_WORKERS = 3 };

extern struct queue q;
extern char sentinel;
extern atomic_int n_left; /* for you: N_WORKERS in the beginning */

/* The work with an item, which is not the sentinel. */
void do_item(void *item);

/* What each worker's thread does, until it ends. */
void work(void);

#endif
