/* The example in C++; left out where there is no C++ compiler.
 * SPDX-License-Identifier: MIT
 */
#include "bench/contenders/conformance/conformance.h"
#include "test.h"

TEST(contenders, the_example_in_cpp_keeps_its_claims)
{
    const struct contender *const *list =
        contenders_load(BUILD "/contenders/mine-cc.so");
    struct conformance result = conformance_test(list[0], false);

    check(result.n_tests > 30, "only %zu tests", result.n_tests);
    check(!result.n_failed, "%s", result.why);
    check(!list[1], "there is more than one");
}
