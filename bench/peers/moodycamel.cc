/* moodycamel's BlockingConcurrentQueue, from its Debian package, as a contender.
 * SPDX-License-Identifier: MIT
 *
 * Unbounded; items of two producers come in no order.
 */
#include <concurrentqueue/blockingconcurrentqueue.h>

#include <cerrno>
#include <new>

#include "contender.h"

namespace
{

using queue_type = moodycamel::BlockingConcurrentQueue<uintptr_t>;

queue_type &
of(void *queue)
{
    return *static_cast<queue_type *>(queue);
}

int
create(const contender *, size_t capacity, void **queue)
{
    if (capacity)
        return EINVAL;
    *queue = new (std::nothrow) queue_type;
    return *queue ? 0 : ENOMEM;
}

int
destroy(void *queue)
{
    delete &of(queue);
    return 0;
}

int
put(void *queue, uintptr_t item, const timespec *)
{
    return of(queue).enqueue(item) ? 0 : ENOMEM;
}

int
get(void *queue, uintptr_t *item, const timespec *deadline)
{
    if (deadline)
        return of(queue).try_dequeue(*item) ? 0 : EAGAIN;
    of(queue).wait_dequeue(*item);
    return 0;
}

size_t
size(void *queue)
{
    return of(queue).size_approx();
}

contender_counts
counts(void *)
{
    return {0, 0, 0};
}

const contender moodycamel_queue = {CONTENDER_ABI,
                                    "moodycamel",
                                    "peer",
                                    CONTENDER_UNBOUNDED,
                                    0,
                                    create,
                                    destroy,
                                    put,
                                    get,
                                    size,
                                    counts,
                                    nullptr,
                                    nullptr,
                                    nullptr,
                                    nullptr};

} // namespace

extern "C" const contender *const contenders[] = {&moodycamel_queue, nullptr};
