/* A made-up line to the server.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>

#include "clock.h"
#include "image/server/message/line.h"
#include "must.h"
#include "with/with.h"

enum { PORTIONS_PER_S = 100 };

void
line_init(struct line *l, int64_t latency_ns, uint64_t bytes_per_s)
{
    pthread_condattr_t attributes;

    l->latency_ns = latency_ns;
    l->bytes_per_s = bytes_per_s;
    l->is_hung_up = false;
    must(pthread_mutex_init(&l->lock, NULL));
    must(pthread_condattr_init(&attributes));
    must(pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC));
    must(pthread_cond_init(&l->hung_up, &attributes));
    must(pthread_condattr_destroy(&attributes));
}

void
line_destroy(struct line *l)
{
    must(pthread_cond_destroy(&l->hung_up));
    must(pthread_mutex_destroy(&l->lock));
}

void
line_hang_up(struct line *l)
{
    with_lock (&l->lock) {
        l->is_hung_up = true;
    }
    must(pthread_cond_broadcast(&l->hung_up));
}

/* No wake-up is lost: is_hung_up changes only under the lock, which the wait
 * gives up only once it is asleep.
 */
bool
line_wait_until(struct line *l, int64_t moment_ns)
{
    struct timespec until = clock_timespec(moment_ns);
    int error = 0;

    hold_lock(&l->lock);
    while (!l->is_hung_up && error != ETIMEDOUT)
        error = pthread_cond_timedwait(&l->hung_up, &l->lock, &until);
    return !l->is_hung_up;
}

bool
line_delay(struct line *l)
{
    if (l->latency_ns == 0)
        return true;
    return line_wait_until(l, clock_now_ns() + l->latency_ns);
}

bool
line_pace(struct line *l, int64_t began_ns, uint64_t n_bytes)
{
    if (l->bytes_per_s == 0)
        return true;
    double seconds = (double)n_bytes / (double)l->bytes_per_s;
    return line_wait_until(l, began_ns + (int64_t)(seconds * NS_PER_S));
}

size_t
line_portion(const struct line *l, size_t n_bytes)
{
    uint64_t portion = l->bytes_per_s / PORTIONS_PER_S + 1;

    return l->bytes_per_s && portion < n_bytes ? (size_t)portion : n_bytes;
}
