/* Every contender keeps its claims, and a broken one is named.
 * SPDX-License-Identifier: MIT
 */
#include <string.h>

#include "bench/conformance.h"
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
    is_named("races", "ends with status 66");
}
#endif
