/* The clocks: nanoseconds inside, struct timespec at the POSIX edge.
 * SPDX-License-Identifier: MIT
 *
 * Every function here may be called from any thread at any time.  Moments
 * are CLOCK_MONOTONIC, so that a changed wall clock moves no deadline.
 */
#ifndef DOORBELL_CLOCK_H
#define DOORBELL_CLOCK_H

#include <stdint.h>
#include <time.h>

#define NS_PER_US INT64_C(1000)
#define NS_PER_MS INT64_C(1000000)
#define NS_PER_S  INT64_C(1000000000)

/* The moment, in nanoseconds of CLOCK_MONOTONIC. */
int64_t clock_now_ns(void);

/* The CPU time that the calling thread, or the whole process, has used. */
int64_t clock_thread_cpu_ns(void);
int64_t clock_process_cpu_ns(void);

/* Sleeps for ns nanoseconds and goes on sleeping when a signal comes; 0 or
 * less returns at once.  A cancellation point.
 */
void clock_nap(int64_t ns);

/* From now on no nap takes longer than a second: for a program that is told to
 * end.  May be called by a signal handler.
 */
void clock_hurry(void);

/* Sleeps until the moment ns; wakes early when a signal comes, and says so
 * with EINTR, so that a program can look at its stop flag; else 0.
 */
int clock_sleep_until(int64_t ns);

static inline struct timespec
clock_timespec(int64_t ns)
{
    return (struct timespec){ns / NS_PER_S, ns % NS_PER_S};
}

/* What lies beyond the end of an int64_t, 292 years, is at that end; what lies as far
 * in the past is at half of it, so that a moment can be taken from it.
 */
static inline int64_t
clock_ns(struct timespec t)
{
    if (t.tv_sec >= INT64_MAX / NS_PER_S)
        return INT64_MAX;
    if (t.tv_sec < INT64_MIN / 2 / NS_PER_S)
        return INT64_MIN / 2;
    return (int64_t)t.tv_sec * NS_PER_S + t.tv_nsec;
}

#endif
