/* GLib's queue between threads, from its Debian package, as a contender.
 * SPDX-License-Identifier: MIT
 *
 * Its locks are futexes.  It takes a free one with an atomic instruction, which
 * the explorer does not see.
 */
#include <errno.h>
#include <glib.h>

#include "contender.h"

static int
create(const struct contender *self, size_t capacity, void **queue)
{
    (void)self;
    if (capacity)
        return EINVAL;
    *queue = g_async_queue_new();
    return 0;
}

static int
destroy(void *queue)
{
    g_async_queue_unref(queue);
    return 0;
}

/* NULL is no item for GLib. */
static int
put(void *queue, uintptr_t item, const struct timespec *deadline)
{
    (void)deadline;
    g_async_queue_push(queue, (void *)(item + 1));
    return 0;
}

static int
get(void *queue, uintptr_t *item, const struct timespec *deadline)
{
    void *got =
        deadline ? g_async_queue_try_pop(queue) : g_async_queue_pop(queue);

    if (!got)
        return EAGAIN;
    *item = (uintptr_t)got - 1;
    return 0;
}

static size_t
size(void *queue)
{
    int length = g_async_queue_length(queue);

    return length > 0 ? (size_t)length : 0;
}

static struct contender_counts
counts(void *queue)
{
    (void)queue;
    return (struct contender_counts){0, 0, 0};
}

static const struct contender glib = {
    .abi = CONTENDER_ABI,
    .name = "glib",
    .family = "peer",
    .traits = CONTENDER_UNBOUNDED,
    .create = create,
    .destroy = destroy,
    .put = put,
    .get = get,
    .size = size,
    .counts = counts,
};

const struct contender *const contenders[] = {&glib, NULL};
