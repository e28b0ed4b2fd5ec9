/* liburcu's wait-free queue, from its Debian package, as a contender.
 * SPDX-License-Identifier: MIT
 *
 * A put never waits and takes no lock; a getter takes the queue's lock for each
 * item.  It has no way to wait for an item, so a getter that finds none gives its
 * core away and looks again.
 */
#define _LGPL_SOURCE /* the short functions inline, as its manual advises */
#include <errno.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <urcu/wfcqueue.h>

#include "contender.h"

struct node {
    struct cds_wfcq_node link;
    uintptr_t item;
};

struct peer {
    struct cds_wfcq_head head;
    struct cds_wfcq_tail tail;
    atomic_size_t n;
};

static int
create(const struct contender *self, size_t capacity, void **queue)
{
    struct peer *p = capacity ? NULL : calloc(1, sizeof(*p));

    (void)self;
    if (!p)
        return capacity ? EINVAL : ENOMEM;
    cds_wfcq_init(&p->head, &p->tail);
    *queue = p;
    return 0;
}

static int
put(void *queue, uintptr_t item, const struct timespec *deadline)
{
    struct peer *p = queue;
    struct node *node = malloc(sizeof(*node));

    (void)deadline;
    if (!node)
        return ENOMEM;
    cds_wfcq_node_init(&node->link);
    node->item = item;
    atomic_fetch_add(&p->n, 1);
    cds_wfcq_enqueue(&p->head, &p->tail, &node->link);
    return 0;
}

static struct node *
take(struct peer *p)
{
    struct cds_wfcq_node *link = cds_wfcq_dequeue_blocking(&p->head, &p->tail);

    return link ? caa_container_of(link, struct node, link) : NULL;
}

static int
get(void *queue, uintptr_t *item, const struct timespec *deadline)
{
    struct peer *p = queue;
    struct node *node;

    while (!(node = take(p))) {
        if (deadline)
            return EAGAIN;
        sched_yield();
    }
    *item = node->item;
    atomic_fetch_sub(&p->n, 1);
    free(node);
    return 0;
}

static int
destroy(void *queue)
{
    struct node *node;

    while ((node = take(queue)))
        free(node);
    cds_wfcq_destroy(&((struct peer *)queue)->head,
                     &((struct peer *)queue)->tail);
    free(queue);
    return 0;
}

static size_t
size(void *queue)
{
    return atomic_load(&((struct peer *)queue)->n);
}

static struct contender_counts
counts(void *queue)
{
    (void)queue;
    return (struct contender_counts){0, 0, 0};
}

static const struct contender liburcu = {
    .abi = CONTENDER_ABI,
    .name = "liburcu",
    .family = "peer",
    .traits = CONTENDER_UNBOUNDED | CONTENDER_POLLS,
    .create = create,
    .destroy = destroy,
    .put = put,
    .get = get,
    .size = size,
    .counts = counts,
};

const struct contender *const contenders[] = {&liburcu, NULL};
