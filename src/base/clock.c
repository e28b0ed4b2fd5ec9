/* The clocks.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdatomic.h>
#include <stdbool.h>

#include "clock.h"
#include "must.h"

static int64_t
read_clock(clockid_t id)
{
    struct timespec t;

    must(clock_gettime(id, &t) ? errno : 0);
    return clock_ns(t);
}

int64_t
clock_now_ns(void)
{
    return read_clock(CLOCK_MONOTONIC);
}

int64_t
clock_thread_cpu_ns(void)
{
    return read_clock(CLOCK_THREAD_CPUTIME_ID);
}

int64_t
clock_process_cpu_ns(void)
{
    return read_clock(CLOCK_PROCESS_CPUTIME_ID);
}

static void
nap_whole(int64_t ns)
{
    struct timespec left = clock_timespec(ns);

    while (nanosleep(&left, &left) && errno == EINTR)
        continue;
}

static atomic_bool hurried;

void
clock_nap(int64_t ns)
{
    int64_t slice;

    for (; ns > 0; ns = atomic_load(&hurried) ? 0 : ns - slice) {
        slice = ns < NS_PER_S ? ns : NS_PER_S;
        nap_whole(slice);
    }
}

void
clock_hurry(void)
{
    atomic_store(&hurried, true);
}

int
clock_sleep_until(int64_t ns)
{
    struct timespec until = clock_timespec(ns > 0 ? ns : 0);

    return clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, NULL);
}
