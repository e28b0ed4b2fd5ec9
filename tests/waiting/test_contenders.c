/* Every contender keeps its claims, and a broken one is named.
 * SPDX-License-Identifier: MIT
 */
#include <string.h>

#include "bench/contenders/conformance/conformance.h"
#include "spawn.h"
#include "test.h"

static void
all_pass(const char *path)
{
    const struct contender *const *list = contenders_load(path);

    for (; *list; list++) {
        struct conformance result = conformance_test(*list, false);
        check(result.n_tests > 20, "%s: only %zu tests", (*list)->name,
              result.n_tests);
        check(!result.n_failed, "%s: %s", (*list)->name, result.why);
    }
}

TEST(contenders, the_blocking_queue_keeps_its_claims)
{
    all_pass(BUILD "/contenders/blocking.so");
}

TEST(contenders, the_fast_queue_keeps_its_claims)
{
    all_pass(BUILD "/contenders/ring.so");
}

TEST(contenders, the_naive_queue_keeps_its_few_claims)
{
    const struct contender *const *list =
        contenders_load(BUILD "/contenders/polling.so");

    for (; *list; list++) {
        struct conformance result = conformance_test(*list, false);
        check(result.n_tests >= 10, "%s: only %zu tests", (*list)->name,
              result.n_tests);
        check(!result.n_failed, "%s: %s", (*list)->name, result.why);
    }
}

/* The fault's own contender fails, with these words. */
static void
is_named(const char *fault, const char *words)
{
    const struct contender *const *list =
        contenders_load(BUILD "/test/contenders/faulty.so");

    while (*list && strcmp((*list)->name, fault))
        list++;
    check(*list, "there is no '%s'", fault);
    struct conformance result = conformance_test(*list, false);
    check(result.n_failed, "'%s' was not seen", fault);
    check(strstr(result.why, words), "'%s' is called: %s", fault, result.why);
}

static struct conformance
test_less(const char *name, bool brief)
{
    const struct contender *const *list =
        contenders_load(BUILD "/test/contenders/less.so");

    while (*list && strcmp((*list)->name, name))
        list++;
    check(*list, "there is no '%s'", name);
    return conformance_test(*list, brief);
}

TEST(contenders, are_not_tested_at_capacities_that_they_do_not_offer)
{
    for (int brief = 0; brief < 2; brief++) {
        struct conformance result = test_less("roomy", brief);
        check(!result.n_failed && result.n_tests > 10, "%zu tests: %s",
              result.n_tests, result.why);
    }
    struct conformance brief = test_less("broad", true);
    check(!brief.n_failed && brief.n_tests > 10, "%zu tests: %s", brief.n_tests,
          brief.why);
}

TEST(contenders, that_offer_no_capacity_are_named)
{
    struct conformance result = test_less("nowhere", false);

    check(strstr(result.why, "EINVAL for each capacity"), "%s", result.why);
    result = test_less("never-free", false);
    check(strstr(result.why, "EINVAL for capacity 0"), "%s", result.why);
}

/* Five cases, at the four capacities from 2 on. */
TEST(contenders, have_their_cases_at_the_capacities_that_they_offer)
{
    struct outcome o;

    run_program(&o, "conform", "--all --only a_new_queue %s",
                BUILD "/test/contenders/less.so");
    check(strstr(o.out, "roomy              20 cases passed, 0 failed"), "%s",
          o.out);
    check(strstr(o.out, "nowhere             0 cases passed, 1 failed"), "%s",
          o.out);
}

TEST(contenders, that_cannot_be_made_are_named_with_the_error)
{
    struct conformance result = test_less("forbidden", false);

    check(strstr(result.why, "create gives EACCES"), "%s", result.why);
}

TEST(contenders, without_a_fault_the_faulty_queue_passes)
{
    const struct contender *const *list =
        contenders_load(BUILD "/test/contenders/faulty.so");
    struct conformance result = conformance_test(*list, false);

    check(!result.n_failed, "%s", result.why);
}

TEST(contenders, lost_items_are_named)
{
    is_named("loses", "arrived");
}

TEST(contenders, doubled_items_are_named)
{
    is_named("doubles", "sums");
}

TEST(contenders, swapped_items_are_named)
{
    is_named("swaps", "out of order");
}

TEST(contenders, ignored_capacity_is_named)
{
    is_named("overfills", "one put too many");
}

TEST(contenders, early_return_is_named)
{
    is_named("early", "before its deadline");
}

/* The check of the check: what the rungs are clean of must be reported.  Only
 * ThreadSanitizer can, so elsewhere there is no such test.
 */
#ifdef SAN_thread
TEST(contenders, data_race_is_named)
{
    is_named("races", "ended with status 66");
}
#endif
