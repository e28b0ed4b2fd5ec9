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

/* To gather takes so long at first, and at last; what an item may cost then. */
#define FIRST_GATHER_NS 800
#define LAST_GATHER_NS  3200
#define GATHERED_NS     200

/* Of less none is gathered: all of it may come sooner than in the first time.
 */
enum { LEAST_ENOUGH = 16 };

/* Whether this is one of the times to leave it out. */
static bool
is_skipped(struct trial *trial)
{
    unsigned n = atomic_load_explicit(&trial->n_to_skip, memory_order_relaxed);

    if (n)
        atomic_store_explicit(&trial->n_to_skip, n - 1, memory_order_relaxed);
    return n > 0;
}

static void
note_gain(struct trial *trial)
{
    unsigned n = atomic_load_explicit(&trial->n_skipped, memory_order_relaxed);

    atomic_store_explicit(&trial->n_skipped, n / SKIPS_GROW,
                          memory_order_relaxed);
}

/* Threads that tried at the same time lost by the same cause: that counts once.
 */
static void
note_loss(struct trial *trial, int64_t start_ns)
{
    unsigned n = atomic_load_explicit(&trial->n_skipped, memory_order_relaxed);

    if (start_ns < atomic_load_explicit(&trial->lost_ns, memory_order_relaxed))
        return;
    n = n < SKIPS_MIN ? SKIPS_MIN : n < SKIPS_MAX ? n * SKIPS_GROW : SKIPS_MAX;
    atomic_store_explicit(&trial->lost_ns, clock_now_ns(),
                          memory_order_relaxed);
    atomic_store_explicit(&trial->n_skipped, n, memory_order_relaxed);
    atomic_store_explicit(&trial->n_to_skip, n, memory_order_relaxed);
}

static void
learn_from_trial(struct trial *trial, bool pays, int64_t start_ns)
{
    if (pays)
        note_gain(trial);
    else
        note_loss(trial, start_ns);
}

static void
learn_from_wait(struct look *look, int64_t lasted_ns)
{
    long long mean = atomic_load_explicit(&look->mean_ns, memory_order_relaxed);

    if (lasted_ns > LONGEST_NS)
        lasted_ns = LONGEST_NS;
    atomic_store_explicit(&look->mean_ns, mean + (lasted_ns - mean) / WEIGHT,
                          memory_order_relaxed);
}

/* So many looks found nothing, and the next one did or was not made. */
static void
note_looks(struct look *look, unsigned looks, bool found, int64_t start_ns)
{
    atomic_fetch_add_explicit(&look->looks, looks, memory_order_relaxed);
    if (found)
        learn_from_wait(look, clock_now_ns() - start_ns);
}

/* A loss is a time slice of another thread. */
static bool
give_way(struct look *look, const struct condition *condition, int64_t start_ns)
{
    unsigned looks = 0;
    bool found;

    if (is_skipped(&look->yielding))
        return false;
    while (!(found = condition->amount(condition->of)) && looks < YIELDS) {
        sched_yield();
        looks++;
        if (clock_now_ns() - start_ns > LOOK_SHARED_NS)
            break;
    }
    note_looks(look, looks, found, start_ns);
    learn_from_trial(&look->yielding,
                     clock_now_ns() - start_ns <= LOOK_SHARED_NS, start_ns);
    return found;
}

static void
pause_for(int64_t ns)
{
    int64_t end_ns = clock_now_ns() + ns;

    while (clock_now_ns() < end_ns)
        cpu_pause();
}

/* Lets more come, for longer each time while it comes fast.  Returns whether it
 * came fast enough.
 */
static bool
gather(const struct condition *condition)
{
    size_t amount = condition->amount(condition->of);
    bool pays = false;

    for (int64_t ns = FIRST_GATHER_NS; ns <= LAST_GATHER_NS; ns *= 2) {
        size_t least = amount + ns / GATHERED_NS;
        if (least < amount || least > condition->enough)
            break;
        pause_for(ns);
        amount = condition->amount(condition->of);
        if (amount < least)
            break;
        pays = true;
    }
    return pays;
}

static bool
spin(struct look *look, const struct condition *condition, int64_t start_ns,
     int64_t until_ns)
{
    unsigned looks = 0;
    bool found;

    while (!(found = condition->amount(condition->of))) {
        if (++looks % LOOKS_AT_CLOCK == 0 && clock_now_ns() >= until_ns)
            break;
        cpu_pause();
    }
    note_looks(look, looks, found, start_ns);
    if (found && looks && condition->enough >= LEAST_ENOUGH &&
        !is_skipped(&look->gathering))
        learn_from_trial(&look->gathering, gather(condition), start_ns);
    return found;
}

bool
look_for_a_while(struct look *look, const struct condition *condition,
                 int peer_cpu, int64_t start_ns,
                 const struct timespec *deadline)
{
    long long mean = atomic_load_explicit(&look->mean_ns, memory_order_relaxed);

    if (peer_cpu == sched_getcpu())
        return mean <= LOOK_SHARED_NS && give_way(look, condition, start_ns);
    return mean <= LOOK_NS &&
           spin(look, condition, start_ns,
                deadline_or_in(deadline, start_ns, 2 * mean + NS_PER_US));
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

    learn_from_wait(look,
                    (end_ns > start_ns ? end_ns : clock_now_ns()) - start_ns);
}
