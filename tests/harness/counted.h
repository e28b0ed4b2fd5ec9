/* Stages for the tests, which count how often they are opened and closed.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_TESTS_HARNESS_COUNTED_H
#define DOORBELL_TESTS_HARNESS_COUNTED_H

#include <stdatomic.h>

#include "stage.h"

/* How often stages were opened and closed, in this process, so far. */
extern atomic_size_t n_opened, n_closed;

/* What open gives as the context: every worker can see it is the one. */
extern char the_context;

int open_counted(const struct stage_options *options, void **context);
void close_counted(void *context);

/* Lets the k-th open from now on fail with EMFILE, once. */
void open_counted_fails_at(size_t k);

/* Passes the item on. */
struct item *pass_on(void *context, struct item *item);

/* Fails the item number 3, as the stage "told to". */
struct item *fail_3(void *context, struct item *item);

/* Ends its thread with the item number 3 in hand: by itself, and from
 * outside.
 */
struct item *exit_at_3(void *context, struct item *item);
struct item *cancelled_at_3(void *context, struct item *item);

#endif
