/* The cases whose cost is measured: what each does, n times.
 * SPDX-License-Identifier: MIT
 *
 * Each case is a function of its own, never inlined, so that a profiler shows
 * its whole cost.
 */
#ifndef DOORBELL_BENCH_COSTS_COSTS_H
#define DOORBELL_BENCH_COSTS_COSTS_H

struct cost_case {
    const char *name;
    void (*run)(long n);
};

/* Ends with a NULL name. */
extern const struct cost_case decorator_cases[];
extern const struct cost_case lock_cases[], manager_cases[], item_cases[];

/* A case: the loop around the code below it, number i. */
#define CASE(name)                                                             \
    __attribute__((always_inline)) static inline void name##_once(long i);     \
    __attribute__((noinline)) static void name(long n)                         \
    {                                                                          \
        for (long i = 0; i < n; i++)                                           \
            name##_once(i);                                                    \
    }                                                                          \
    static inline void name##_once(__attribute__((unused)) long i)

/* The functions that are decorated; all are one, compiled under several
 * names, and not inlined into what calls them.
 */
int work_plain(int n);
int work_wrapped(int n);      /* by ld --wrap */
int work_preloaded(int n);    /* in a library; LD_PRELOAD has another one */
int work_instrumented(int n); /* compiled with -finstrument-functions */

/* What every wrapper does beside the call: one more. */
extern long n_calls;

#endif
