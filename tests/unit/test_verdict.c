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
