/* What schedules drawn at random find.
 * SPDX-License-Identifier: MIT
 */
#include <string.h>

#include "spawn.h"
#include "test.h"

/* Two threads must make 16 steps in a row each: drawn evenly at each step, not once
 * in 60,000.
 */
TEST(draws, find_a_fault_for_which_threads_must_run_on)
{
    struct outcome o;

    for (unsigned seed = 1; seed <= 5; seed++) {
        run_program(&o, "explore",
                    "--terse --random 500 --seed %u %s/judged/deep-1.so", seed,
                    BUILD);
        check(o.status == 1 && strstr(o.out, "FAULT: crash"), "seed %u: %s",
              seed, o.out);
    }
}

TEST(draws, are_the_same_with_the_same_seed)
{
    struct outcome first, again;

    run_program(&first, "explore", "--random 500 --seed 3 %s/judged/deep-1.so",
                BUILD);
    run_program(&again, "explore", "--random 500 --seed 3 %s/judged/deep-1.so",
                BUILD);
    const char *one = strstr(first.out, "FAULT"),
               *two = strstr(again.out, "FAULT");
    check(one && two && !strcmp(one, two), "%s%s", first.out, again.out);
}
