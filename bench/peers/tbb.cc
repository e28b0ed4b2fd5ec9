/* oneTBB's concurrent_bounded_queue, from its Debian package, as a contender.
 * SPDX-License-Identifier: MIT
 *
 * It has no deadlines; abort() and exceptions are its way to close, and are not
 * used here.
 */
#include <tbb/concurrent_queue.h>

#include <cerrno>
#include <new>

#include "contender.h"

namespace
{

using queue_type = tbb::concurrent_bounded_queue<uintptr_t>;

queue_type &
of(void *queue)
{
    return *static_cast<queue_type *>(queue);
}

int
create(const contender *, size_t capacity, void **queue)
{
    auto *q = new (std::nothrow) queue_type;

    if (!q)
        return ENOMEM;
    if (capacity)
        q->set_capacity(static_cast<std::ptrdiff_t>(capacity));
    *queue = q;
    return 0;
}

int
destroy(void *queue)
{
    delete &of(queue);
    return 0;
}

int
put(void *queue, uintptr_t item, const timespec *deadline)
{
    if (deadline)
        return of(queue).try_push(item) ? 0 : EAGAIN;
    of(queue).push(item);
    return 0;
}

int
get(void *queue, uintptr_t *item, const timespec *deadline)
{
    if (deadline)
        return of(queue).try_pop(*item) ? 0 : EAGAIN;
    of(queue).pop(*item);
    return 0;
}

size_t
size(void *queue)
{
    auto n = of(queue).size();

    return n < 0 ? 0 : static_cast<size_t>(n);
}

contender_counts
counts(void *)
{
    return {0, 0, 0};
}

const contender tbb_queue = {CONTENDER_ABI,
                             "tbb",
                             "peer",
                             CONTENDER_BOUNDED | CONTENDER_UNBOUNDED,
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

extern "C" const contender *const contenders[] = {&tbb_queue, nullptr};
