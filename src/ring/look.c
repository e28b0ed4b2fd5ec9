/* How long to look before a sleep, and how.
 * SPDX-License-Identifier: MIT
 */
#include <sched.h>

#include "deadline.h"
#include "ring/doorbell.h"
#include "waiting/ways.h"

/* The clock is read once in so many looks.  No wait counts as longer than four
 * times what is worth looking for: a night of idling is unlearned in ten waits.
 */
enum { LOOKS_AT_CLOCK = 16, WEIGHT = 8, LONGEST = 4 };

static void
learn(struct look *look, int64_t lasted_ns)
{
    long long mean = atomic_load_explicit(&look->mean_ns, memory_order_relaxed);

    if (lasted_ns > LONGEST * LOOK_NS)
        lasted_ns = LONGEST * LOOK_NS;
    atomic_store_explicit(&look->mean_ns, mean + (lasted_ns - mean) / WEIGHT,
                          memory_order_relaxed);
}

/* One reading of the clock: some looks, or one where each gives the core away. */
static bool
look_some(const struct condition *condition, bool shares_core,
          unsigned long long *looks)
{
    for (int i = 0; i < (shares_core ? 1 : LOOKS_AT_CLOCK); i++) {
        if (condition->holds(condition->of))
            return true;
        ++*looks;
        if (shares_core)
            sched_yield();
        else
            cpu_pause();
    }
    return false;
}

bool
look_for_a_while(struct look *look, const struct condition *condition,
                 int peer_cpu, int64_t start_ns,
                 const struct timespec *deadline)
{
    long long mean = atomic_load_explicit(&look->mean_ns, memory_order_relaxed);
    unsigned long long looks = 0;
    bool shares_core = peer_cpu == sched_getcpu();
    bool found = false;

    if (mean > LOOK_NS)
        return false;
    int64_t now_ns = start_ns;
    int64_t until_ns = deadline_or_in(deadline, start_ns, 2 * mean + NS_PER_US);
    while (!found && now_ns < until_ns) {
        found = look_some(condition, shares_core, &looks);
        now_ns = clock_now_ns();
    }
    atomic_fetch_add_explicit(&look->looks, looks, memory_order_relaxed);
    if (found)
        learn(look, now_ns - start_ns);
    return found;
}

void
look_note_end(struct look *look)
{
    atomic_store_explicit(&look->end_ns, clock_now_ns(), memory_order_relaxed);
}

void
look_learn_from_sleep(struct look *look, int64_t start_ns)
{
    int64_t end_ns = atomic_load_explicit(&look->end_ns, memory_order_relaxed);

    learn(look, (end_ns > start_ns ? end_ns : clock_now_ns()) - start_ns);
}
