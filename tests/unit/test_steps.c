/* Whether a thread's deadlines are those of a schedule, as whopolls asks.
 * SPDX-License-Identifier: MIT
 */
#include "array_len.h"
#include "test.h"
#include "whopolls/steps.h"

/* A deadline, and the turns that the thread has had until then. */
struct seen {
    int64_t ms, ns;
    uint64_t turns;
};

static bool
are_even(const struct seen *all, size_t n)
{
    struct steps steps = {0};

    for (size_t i = 0; i < n; i++)
        steps_note(&steps, all[i].ms * 1000000 + all[i].ns, all[i].turns);
    return steps_are_even(&steps);
}

TEST(steps, each_seen_are_even)
{
    const struct seen all[] = {{30, 0, 1}, {60, 0, 2}, {90, 0, 3}, {120, 0, 4}};

    check(are_even(all, ARRAY_LEN(all)), "not even");
}

/* As under load, when whopolls does not get a CPU for each sleep. */
TEST(steps, with_sleeps_left_out_are_even)
{
    const struct seen all[] = {
        {30, 0, 1}, {90, 0, 3}, {180, 0, 6}, {210, 0, 7}, {330, 0, 11}};

    check(are_even(all, ARRAY_LEN(all)), "not even");
}

/* A thread that is preempted has a turn more, and no sleep more. */
TEST(steps, with_preemptions_are_even)
{
    const struct seen all[] = {
        {30, 0, 1}, {60, 0, 3}, {90, 0, 4}, {180, 0, 9}, {240, 0, 11}};

    check(are_even(all, ARRAY_LEN(all)), "not even");
}

/* A thread that is late takes several deadlines in one turn. */
TEST(steps, taken_late_are_even)
{
    const struct seen all[] = {
        {30, 0, 1}, {120, 0, 2}, {150, 0, 3}, {270, 0, 5}, {300, 0, 6}};

    check(are_even(all, ARRAY_LEN(all)), "not even");
}

TEST(steps, with_lateness_in_them_are_those_of_naps)
{
    const struct seen all[] = {{30, 0, 1},
                               {60, 61000, 2},
                               {90, 117000, 3},
                               {120, 182000, 4}};
    const struct seen few[] = {{30, 0, 1},
                               {60, 61000, 2},
                               {150, 230000, 5},
                               {210, 360000, 7}};

    check(!are_even(all, ARRAY_LEN(all)), "even");
    check(!are_even(few, ARRAY_LEN(few)), "even when sleeps were left out");
}

/* On a narrow grid a step lies by chance. */
TEST(steps, that_are_short_are_explained_by_their_turns_alone)
{
    const struct seen all[] = {{1, 30000, 1},
                               {1, 60000, 2},
                               {1, 90000, 3},
                               {1, 150000, 4}};

    check(!are_even(all, ARRAY_LEN(all)), "even");
}

TEST(steps, too_few_tell_nothing)
{
    const struct seen all[] = {{30, 0, 1}, {60, 0, 2}, {90, 0, 3}};

    check(!are_even(all, ARRAY_LEN(all)), "even");
}

TEST(steps, end_at_a_sleep_without_a_deadline)
{
    const struct seen all[] = {{30, 0, 1}, {60, 0, 2},  {0, -1, 3},
                               {70, 0, 4}, {100, 0, 5}, {130, 0, 6}};

    check(are_even(all, ARRAY_LEN(all)), "not even");
}
