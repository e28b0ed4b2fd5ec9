/* Numbers that look random: the same for the same seed, and in range.
 * SPDX-License-Identifier: MIT
 */
#include "random.h"
#include "test.h"

enum { MANY = 10000 };

TEST(random, gives_the_same_numbers_for_the_same_seed)
{
    uint64_t a = 7, b = 7;

    for (int i = 0; i < MANY; i++)
        check(random_next(&a) == random_next(&b), "differs at %d", i);
}

TEST(random, gives_other_numbers_for_another_seed)
{
    uint64_t a = 7, b = 8;
    int n_equal = 0;

    for (int i = 0; i < MANY; i++)
        n_equal += random_next(&a) == random_next(&b);
    check(n_equal == 0, "%d numbers are the same", n_equal);
}

/* The first outputs of the published generator for the seed 0. */
TEST(random, is_splitmix64)
{
    uint64_t state = 0;

    check(random_next(&state) == UINT64_C(0xe220a8397b1dcdaf), "first");
    check(random_next(&state) == UINT64_C(0x6e789e6aa1b965f4), "second");
    check(random_next(&state) == UINT64_C(0x06c45d188009454f), "third");
}

TEST(random, unit_stays_between_0_and_1)
{
    uint64_t state = 1;
    double sum = 0;

    for (int i = 0; i < MANY; i++) {
        double u = random_unit(&state);
        check(u >= 0 && u < 1, "%g", u);
        sum += u;
    }
    check(sum > 0.45 * MANY && sum < 0.55 * MANY, "mean %g", sum / MANY);
}

TEST(random, below_reaches_every_number_and_none_above)
{
    uint64_t state = 1;
    int n[5] = {0};

    for (int i = 0; i < MANY; i++) {
        uint64_t r = random_below(&state, 5);
        check(r < 5, "%d", (int)r);
        n[r]++;
    }
    for (int i = 0; i < 5; i++)
        check(n[i] > MANY / 10, "%d came %d times", i, n[i]);
}
