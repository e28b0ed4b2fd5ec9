/* What whopolls says of a thread, from how its sleeps ended.
 * SPDX-License-Identifier: MIT
 */
#include <string.h>

#include "clock.h"
#include "test.h"
#include "whopolls/verdict.h"

/* Looked at for four seconds in which it napped for a second at a time. */
static struct thread
napper(struct endings ended)
{
    return (struct thread){.is_old = true,
                           .is_here = true,
                           .n_looks = 2000,
                           .n_asleep = 2000,
                           .first_ns = 0,
                           .last_ns = 4 * (int64_t)NS_PER_S,
                           .turns = 90,
                           .longest_ns = NS_PER_S,
                           .sleep = {.cause = CAUSE_CLOCK, .fd = -1},
                           .shown = {.cause = CAUSE_CLOCK, .fd = -1},
                           .ended = ended};
}

static void
is(const struct thread *t, enum verdict wanted)
{
    struct judged j = verdict_of(t, 1);

    check(j.verdict == wanted, "%s", verdict_names[j.verdict]);
}

/* An interpreter on a busy machine reads its files while it is looked at. */
TEST(verdict, of_one_that_only_naps_since_its_start_is_polls)
{
    struct thread t = napper(
        (struct endings){.clock = 3, .event = 80, .early = 80, .again = 2});

    is(&t, VERDICT_POLLS);
    check(!strcmp(verdict_of(&t, 1).ends_by, "clock"), "not by the clock");
}

TEST(verdict, of_one_that_is_woken_between_its_naps_is_blocks)
{
    struct thread t =
        napper((struct endings){.clock = 3, .event = 80, .early = 20});

    is(&t, VERDICT_BLOCKS);
}

/* Of four seconds it had so much of a CPU, and waited for one the rest. */
static struct thread
crowded(double cpu_s, struct endings ended)
{
    return (struct thread){.is_old = true,
                           .is_here = true,
                           .n_looks = 2000,
                           .n_asleep = 200,
                           .last_ns = 4 * (int64_t)NS_PER_S,
                           .cpu_ns = (uint64_t)(cpu_s * NS_PER_S),
                           .queued_ns = (uint64_t)(3.8 * NS_PER_S),
                           .turns = 90,
                           .sleep = {.cause = CAUSE_EVENT, .fd = -1},
                           .shown = {.cause = CAUSE_EVENT, .fd = -1},
                           .ended = ended};
}

TEST(verdict, of_one_that_waits_for_its_turn_is_by_its_sleeps)
{
    struct thread t = crowded(0.2, (struct endings){.event = 40});
    struct thread timer = crowded(0.2, (struct endings){.timer = 40});

    is(&t, VERDICT_BLOCKS);
    is(&timer, VERDICT_TIMER);
}

TEST(verdict, of_one_that_never_sleeps_is_runs_or_starves)
{
    struct thread spins = crowded(0.2, (struct endings){0});
    struct thread starves = crowded(0.02, (struct endings){.event = 2});

    is(&spins, VERDICT_RUNS);
    is(&starves, VERDICT_STARVES);
}
