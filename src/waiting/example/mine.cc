/* A contender of one's own, in C++: std::mutex, std::condition_variable.
 * SPDX-License-Identifier: MIT
 *
 *     g++ -shared -fPIC -pthread -Isrc -o mine.so src/waiting/example/mine.cc
 *     build/bin/conform ./mine.so
 *
 * No exception may leave: the caller is C.  The list is extern "C", since
 * its name is looked up as it stands.  No time limits and no close, so it
 * claims neither.
 */
#include <cerrno>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <new>

#include "contender.h"

namespace
{
struct queue {
    size_t capacity; /* 0 = unbounded */
    std::mutex lock{};
    std::condition_variable not_empty{}, not_full{};
    /* lock guards all of these: */
    std::deque<uintptr_t> items{};
    contender_counts counts{};
};

/* Waits until predicate() is true.  Returns false at once if it is not and the
 * deadline is zero.  The deadline is NULL or zero.
 */
template <typename Predicate>
bool
wait_for(queue *q, std::unique_lock<std::mutex> &held,
         std::condition_variable &wait_point, const timespec *deadline,
         Predicate predicate)
{
    while (!predicate()) {
        if (deadline)
            return false;
        q->counts.parks++;
        wait_point.wait(held);
    }
    return true;
}

int
create(const contender *, size_t capacity, void **made)
try {
    *made = new queue{capacity};
    return 0;
} catch (const std::bad_alloc &) {
    return ENOMEM;
}

int
destroy(void *it)
{
    delete static_cast<queue *>(it);
    return 0;
}

int
put(void *it, uintptr_t item, const timespec *deadline)
try {
    auto q = static_cast<queue *>(it);
    std::unique_lock<std::mutex> held(q->lock);
    if (!wait_for(q, held, q->not_full, deadline, [q] {
            return !q->capacity || q->items.size() < q->capacity;
        }))
        return EAGAIN;
    q->items.push_back(item);
    q->counts.wakes++;
    q->not_empty.notify_one();
    return 0;
} catch (const std::bad_alloc &) {
    return ENOMEM;
}

int
get(void *it, uintptr_t *item, const timespec *deadline)
{
    auto q = static_cast<queue *>(it);
    std::unique_lock<std::mutex> held(q->lock);
    if (!wait_for(q, held, q->not_empty, deadline,
                  [q] { return !q->items.empty(); }))
        return EAGAIN;
    *item = q->items.front();
    q->items.pop_front();
    q->counts.wakes++;
    q->not_full.notify_one();
    return 0;
}

size_t
size(void *it)
{
    auto q = static_cast<queue *>(it);
    std::lock_guard<std::mutex> held(q->lock);
    return q->items.size();
}

contender_counts
counts(void *it)
{
    auto q = static_cast<queue *>(it);
    std::lock_guard<std::mutex> held(q->lock);
    return q->counts;
}

const contender mine = {
    CONTENDER_ABI,
    "mine-cc",
    "example",
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
    nullptr,
};
} // namespace

extern "C" const contender *const contenders[];
const contender *const contenders[] = {&mine, nullptr};
