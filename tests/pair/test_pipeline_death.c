/* Workers that die: no thread waits forever, and no item is lost.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>

#include "capacities.h"
#include "fail.h"
#include "pipeline/line.h"

static void
run_with(struct line *l, size_t stage, size_t capacity,
         const size_t n_workers[LINE_STAGES],
         struct item *(*work)(void *, struct item *))
{
    line_init(l, capacity, n_workers);
    l->plan.stages[stage].work = work;
    check(!line_start(l), "start");
    line_feed(l, 30);
    line_end(l);
}

/* Items before 3 are well, 3 and all that reach the dead stage are failed;
 * what the first stage could not take stays with the caller.
 */
static void
stage_dies(size_t capacity)
{
    static struct line l;

    for (size_t stage = 0; stage < LINE_STAGES; stage++) {
        run_with(&l, stage, capacity, one_each, exit_at_3);
        check(l.n_back - l.n_failed == 3, "stage %zu: %zu finished, not 3",
              stage, l.n_back - l.n_failed);
        check(l.items[3].error == ECANCELED, "stage %zu: item 3: %d", stage,
              l.items[3].error);
    }
}

TEST(pipeline_death, of_a_stage_hangs_nobody_and_loses_nothing)
{
    over_capacities(stage_dies);
}

static void
stage_is_cancelled(size_t capacity)
{
    static struct line l;

    for (size_t stage = 0; stage < LINE_STAGES; stage++) {
        run_with(&l, stage, capacity, one_each, cancelled_at_3);
        check(l.n_back - l.n_failed == 3, "stage %zu: %zu finished, not 3",
              stage, l.n_back - l.n_failed);
    }
}

TEST(pipeline_death, by_cancellation_hangs_nobody_and_loses_nothing)
{
    over_capacities(stage_is_cancelled);
}

/* Only one of four, three or five ends: the others do all the rest. */
static void
one_of_a_crew_dies(size_t capacity)
{
    static struct line l;

    for (size_t stage = 0; stage < LINE_STAGES; stage++) {
        run_with(&l, stage, capacity, four_three_five, exit_at_3);
        check(l.n_back == 30 && l.n_failed == 1,
              "stage %zu: %zu came back, %zu failed", stage, l.n_back,
              l.n_failed);
    }
}

TEST(pipeline_death, of_one_worker_leaves_the_work_to_its_crew)
{
    over_capacities(one_of_a_crew_dies);
}

static struct item *
exit_always(void *context, struct item *item)
{
    (void)context, (void)item;
    pthread_exit(NULL);
}

static void
whole_crew_dies(size_t capacity)
{
    static struct line l;

    for (size_t stage = 0; stage < LINE_STAGES; stage++) {
        run_with(&l, stage, capacity, four_three_five, exit_always);
        check(l.n_failed == l.n_back, "stage %zu: %zu finished", stage,
              l.n_back - l.n_failed);
    }
}

TEST(pipeline_death, of_a_whole_crew_hangs_nobody_and_loses_nothing)
{
    over_capacities(whole_crew_dies);
}

/* The k-th push of the run fails: main's own, or a worker's. */
static void
push_fails(size_t capacity)
{
    static struct line l;

    for (size_t k = 1; k <= 40; k++) {
        line_init(&l, capacity, one_each);
        check(!line_start(&l), "start");
        fail_at(FAIL_PUSH, k);
        line_feed(&l, 10);
        line_end(&l);
        check(l.n_fed - l.n_back == 0 && 10 - l.n_fed + l.n_failed == 1,
              "push %zu: %zu fed, %zu failed", k, l.n_fed, l.n_failed);
    }
}

TEST(pipeline_death, is_not_what_a_failing_put_causes)
{
    over_capacities(push_fails);
}
