/* The calls of a running program, as libpairs.so notes them.
 * SPDX-License-Identifier: MIT
 *
 * One thread at a time is in the table.  A thread waits for it by spinning,
 * since a lock of libc's would be one of the calls that are noted.  A call that
 * a signal handler makes while its own thread is in there is left out, and
 * counted.
 */
#ifndef DOORBELL_PAIRS_WATCH_H
#define DOORBELL_PAIRS_WATCH_H

#include <pthread.h>

#include "pairs/orders.h"

/* What is known so far; for the report. */
const struct orders *watch_orders(void);

/* The calling thread makes the step. */
void watch_step(enum step_kind kind, const void *site, const void *object);

/* The object is made, or is no more. */
void watch_forget(const void *object);

/* The calling thread creates another, and gives it the number that is returned;
 * NO_THREAD: it is not watched.  The new thread says that it begins, and ends.
 */
unsigned watch_create(void);
void watch_begin(unsigned number);
void watch_end(void);

/* The calling thread has just joined that one. */
void watch_join(pthread_t thread);

#endif
