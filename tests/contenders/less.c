/* Queues that are right, and offer less than others.
 * SPDX-License-Identifier: MIT
 */
#include "base.h"

enum {
    FREE = CONTENDER_UNBOUNDED,
    ALL = CONTENDER_BOUNDED | CONTENDER_CLOSE | CONTENDER_TIMED | CONTENDER_JOIN
};

static int
create(const struct contender *self, size_t capacity, void **queue)
{
    if (!strcmp(self->name, "roomy") && capacity < 2)
        return EINVAL;
    if (!strcmp(self->name, "broad") && capacity < 64)
        return EINVAL;
    if (!strcmp(self->name, "never-free") && !capacity)
        return EINVAL;
    if (!strcmp(self->name, "nowhere"))
        return EINVAL;
    int error = base_create(self, capacity, queue);
    if (!error && !strcmp(self->name, "forbidden")) {
        base_size(*queue); /* a call that is seen */
        base_destroy(*queue);
        return EACCES;
    }
    return error;
}

/* Of the one queue that there is in a schedule, or in a test. */
static bool putting, getting;

/* A call that comes during another call is refused. */
static int
put_alone(void *queue, uintptr_t item, const struct timespec *deadline)
{
    if (putting)
        return EBUSY;
    putting = true;
    int error = base_put(queue, item, deadline);
    putting = false;
    return error;
}

static int
get_alone(void *queue, uintptr_t *item, const struct timespec *deadline)
{
    if (getting)
        return EBUSY;
    getting = true;
    int error = base_get(queue, item, deadline);
    getting = false;
    return error;
}

#define LESS(a_name, a_traits, a_put, a_get)                                   \
    &(const struct contender)                                                  \
    {                                                                          \
        .abi = CONTENDER_ABI, .name = a_name, .family = "less",                \
        .traits = a_traits, .create = create, .destroy = base_destroy,         \
        .put = a_put, .get = a_get, .size = base_size, .counts = base_counts,  \
        .close = base_close, .task_done = base_task_done, .join = base_join,   \
    }

const struct contender *const contenders[] = {
    LESS("alone", ALL | FREE | CONTENDER_SPSC, put_alone, get_alone),
    LESS("roomy", ALL, base_put, base_get),
    LESS("broad", ALL, base_put, base_get),
    LESS("never-free", ALL | FREE, base_put, base_get),
    LESS("nowhere", ALL, base_put, base_get),
    LESS("forbidden", ALL, base_put, base_get),
    LESS("endless", FREE, base_put, base_get),
    NULL,
};
