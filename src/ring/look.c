/* How long to look before a sleep, and how.
 * SPDX-License-Identifier: MIT
 */
#include <sched.h>

#include "deadline.h"
#include "ring/doorbell.h"
#include "waiting/ways.h"

/* The clock is read once in so many looks.  A core is given away so many times:
 * by then each thread that can run on it has had its turn, or there is none.
 */
enum { LOOKS_AT_CLOCK = 16, YIELDS = 4, WEIGHT = 8 };
enum { SKIPS_MIN = 64, SKIPS_MAX = 65536, SKIPS_GROW = 4 };

/* No wait counts as longer, so that the mean recovers soon after a long idle
 * time.
 */
#define LONGEST_NS (4 * LOOK_SHARED_NS)

static void
learn(struct look *look, int64_t lasted_ns)
{
    long long mean = atomic_load_explicit(&look->mean_ns, memory_order_relaxed);

    if (lasted_ns > LONGEST_NS)
        lasted_ns = LONGEST_NS;
    atomic_store_explicit(&look->mean_ns, mean + (lasted_ns - mean) / WEIGHT,
                          memory_order_relaxed);
}

/* Both return how many looks found nothing; *found: whether the last did. */
static unsigned
spin_until(const struct condition *condition, int64_t until_ns, bool *found)
{
    unsigned looks = 0;

    while (!(*found = condition->holds(condition->of))) {
        if (++looks % LOOKS_AT_CLOCK == 0 && clock_now_ns() >= until_ns)
            break;
        cpu_pause();
    }
    return looks;
}

static unsigned
give_way(const struct condition *condition, int64_t start_ns, bool *found)
{
    unsigned looks = 0;

    while (!(*found = condition->holds(condition->of)) && looks < YIELDS) {
        sched_yield();
        looks++;
        if (clock_now_ns() - start_ns > LOOK_SHARED_NS)
            break;
    }
    return looks;
}

/* Whether this wait is one of those that skip it. */
static bool
is_skipped(struct look *look)
{
    unsigned n = atomic_load_explicit(&look->n_to_skip, memory_order_relaxed);

    if (n)
        atomic_store_explicit(&look->n_to_skip, n - 1, memory_order_relaxed);
    return n > 0;
}

/* What giving the core away cost: a whole time slice of another thread? */
static void
learn_to_skip(struct look *look, int64_t lasted_ns)
{
    unsigned n = atomic_load_explicit(&look->n_skipped, memory_order_relaxed);

    if (lasted_ns <= LOOK_SHARED_NS)
        n /= SKIPS_GROW;
    else
        n = n < SKIPS_MIN   ? SKIPS_MIN
            : n < SKIPS_MAX ? n * SKIPS_GROW
                            : SKIPS_MAX;
    atomic_store_explicit(&look->n_skipped, n, memory_order_relaxed);
    if (lasted_ns > LOOK_SHARED_NS)
        atomic_store_explicit(&look->n_to_skip, n, memory_order_relaxed);
}

bool
look_for_a_while(struct look *look, const struct condition *condition,
                 int peer_cpu, int64_t start_ns,
                 const struct timespec *deadline)
{
    long long mean = atomic_load_explicit(&look->mean_ns, memory_order_relaxed);
    bool shares_core = peer_cpu == sched_getcpu();
    bool found;

    if (mean > (shares_core ? LOOK_SHARED_NS : LOOK_NS) ||
        (shares_core && is_skipped(look)))
        return false;
    int64_t until_ns = deadline_or_in(deadline, start_ns, 2 * mean + NS_PER_US);
    unsigned looks = shares_core ? give_way(condition, start_ns, &found)
                                 : spin_until(condition, until_ns, &found);
    atomic_fetch_add_explicit(&look->looks, looks, memory_order_relaxed);
    int64_t lasted_ns = clock_now_ns() - start_ns;
    if (shares_core)
        learn_to_skip(look, lasted_ns);
    if (found)
        learn(look, lasted_ns);
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
