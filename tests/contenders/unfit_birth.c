/* Queues with a planted fault each: in how they begin and end.
 * SPDX-License-Identifier: MIT
 */
#include "base.h"

static const struct contender *same_self;
static void *same_queue;

static int
create(const struct contender *self, size_t capacity, void **queue)
{
    int error = base_create(self, capacity, queue);

    if (error && !strcmp(self->name, "create-refuses-oddly"))
        return EDOM;
    if (error)
        return error;
    struct base *b = *queue;
    if (is(b, "create-gives-the-same") && same_self == self)
        *queue = same_queue;
    if (is(b, "create-puts-one"))
        base_put(b, 42, NULL);
    if (is(b, "create-counts"))
        b->ladder.not_empty.parks = 1;
    if (is(b, "create-closed"))
        base_close(b, NULL, NULL);
    same_self = self;
    same_queue = *queue;
    return 0;
}

static int
destroy(void *queue)
{
    struct base *b = queue;

    if (is(b, "destroy-says-busy"))
        return EBUSY;
    if (is(b, "destroy-refuses-items") && base_size(b))
        return EBUSY;
    if (is(b, "destroy-refuses-used") && b->ladder.items.pushed)
        return EBUSY;
    if (is(b, "destroy-refuses-closed") && b->ladder.closed)
        return EBUSY;
    return base_destroy(b);
}

#define WITH(fault)                                                            \
    UNFIT(fault, create, destroy, base_put, base_get, base_size, base_close,   \
          base_task_done, base_join, base_fd)

const struct contender *const contenders[] = {
    WITH("no-fault"),
    WITH("create-refuses-oddly"),
    WITH("create-gives-the-same"),
    WITH("create-puts-one"),
    WITH("create-counts"),
    WITH("create-closed"),
    WITH("destroy-says-busy"),
    WITH("destroy-refuses-items"),
    WITH("destroy-refuses-used"),
    WITH("destroy-refuses-closed"),
    NULL,
};
