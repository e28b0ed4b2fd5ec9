/* APR's bounded queue, from its Debian package, as a contender.
 * SPDX-License-Identifier: MIT
 *
 * The library itself is not touched: what it does with mutexes and condition
 * variables is what is explored.
 */
#include <apr_pools.h>
#include <apr_queue.h>
#include <errno.h>
#include <stdlib.h>

#include "contender.h"

struct peer {
    apr_pool_t *pool;
    apr_queue_t *queue;
};

__attribute__((constructor)) static void
start(void)
{
    apr_initialize();
}

static int
create(const struct contender *self, size_t capacity, void **queue)
{
    (void)self;
    if (!capacity)
        return EINVAL;
    struct peer *p = malloc(sizeof(*p));
    if (!p)
        return ENOMEM;
    apr_pool_create(&p->pool, NULL);
    apr_queue_create(&p->queue, (unsigned)capacity, p->pool);
    *queue = p;
    return 0;
}

static int
destroy(void *queue)
{
    struct peer *p = queue;

    apr_pool_destroy(p->pool);
    free(p);
    return 0;
}

static int
error_of(apr_status_t status)
{
    return status == APR_SUCCESS ? 0 : status == APR_EOF ? EPIPE : EAGAIN;
}

/* A push that is interrupted wants to be made again, says APR. */
static int
put(void *queue, uintptr_t item, const struct timespec *deadline)
{
    struct peer *p = queue;
    apr_status_t status;

    do
        status = deadline ? apr_queue_trypush(p->queue, (void *)item)
                          : apr_queue_push(p->queue, (void *)item);
    while (status == APR_EINTR);
    return error_of(status);
}

static int
get(void *queue, uintptr_t *item, const struct timespec *deadline)
{
    struct peer *p = queue;
    apr_status_t status;
    void *got = NULL;

    do
        status = deadline ? apr_queue_trypop(p->queue, &got)
                          : apr_queue_pop(p->queue, &got);
    while (status == APR_EINTR);
    if (status == APR_SUCCESS)
        *item = (uintptr_t)got;
    return error_of(status);
}

static size_t
size(void *queue)
{
    struct peer *p = queue;

    return apr_queue_size(p->queue);
}

static struct contender_counts
counts(void *queue)
{
    (void)queue;
    return (struct contender_counts){0, 0, 0};
}

static const struct contender apr = {
    .abi = CONTENDER_ABI,
    .name = "apr",
    .family = "peer",
    .traits = CONTENDER_BOUNDED,
    .create = create,
    .destroy = destroy,
    .put = put,
    .get = get,
    .size = size,
    .counts = counts,
};

const struct contender *const contenders[] = {&apr, NULL};
