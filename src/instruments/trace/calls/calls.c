/* The table of what is decorated: every mutex, condition-variable and sleep
 * call.
 * SPDX-License-Identifier: MIT
 */
#include "calls.h"
#include "trace/traced.h"

const struct hooks hooks = {
    .pthread_create = traced_create,
    .pthread_mutex_lock = trace_lock,
    .pthread_mutex_trylock = trace_trylock,
    .pthread_mutex_timedlock = trace_timedlock,
    .pthread_mutex_clocklock = trace_clocklock,
    .pthread_mutex_unlock = trace_unlock,
    .pthread_cond_wait = trace_wait,
    .pthread_cond_timedwait = trace_timedwait,
    .pthread_cond_clockwait = trace_clockwait,
    .pthread_cond_signal = trace_signal,
    .pthread_cond_broadcast = trace_broadcast,
    .nanosleep = trace_nanosleep,
    .clock_nanosleep = trace_clock_nanosleep,
    .usleep = trace_usleep,
    .sleep = trace_sleep,
    .sched_yield = trace_sched_yield,
    .clock_gettime = trace_clock_gettime,
};
