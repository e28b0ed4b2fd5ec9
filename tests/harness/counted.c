/* Stages for the tests, which count how often they are opened and closed.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <pthread.h>

#include "counted.h"

atomic_size_t n_opened, n_closed;
char the_context;

static atomic_size_t opens_left;

void
open_counted_fails_at(size_t k)
{
    atomic_store(&opens_left, k);
}

int
open_counted(const struct stage_options *options, void **context)
{
    (void)options;
    if (opens_left && --opens_left == 0)
        return EMFILE;
    atomic_fetch_add(&n_opened, 1);
    *context = &the_context;
    return 0;
}

void
close_counted(void *context)
{
    atomic_fetch_add(&n_closed, context == &the_context);
}

struct item *
pass_on(void *context, struct item *item)
{
    (void)context;
    return item;
}

struct item *
fail_3(void *context, struct item *item)
{
    (void)context;
    return item->number == 3 ? item_fail(item, "told to", EIO, "no") : item;
}

struct item *
exit_at_3(void *context, struct item *item)
{
    (void)context;
    if (item->number == 3)
        pthread_exit(NULL);
    return item;
}

struct item *
cancelled_at_3(void *context, struct item *item)
{
    (void)context;
    if (item->number == 3) {
        pthread_cancel(pthread_self());
        pthread_testcancel();
    }
    return item;
}
