/* Percentiles by nearest rank, against ranks that were worked out by hand.
 * SPDX-License-Identifier: MIT
 */
#include <inttypes.h>

#include "array_len.h"
#include "percentile.h"
#include "test.h"

/* Of the numbers 1 to n, the p-th percentile is its own rank. */
static void
rank_is(size_t n, double p, int64_t expected)
{
    static int64_t sorted[10000];

    for (size_t i = 0; i < n; i++)
        sorted[i] = (int64_t)i + 1;
    int64_t got = percentile(sorted, n, p);
    check(got == expected, "rank of p%g of %zu is %" PRId64 ", not %" PRId64, p,
          n, got, expected);
}

TEST(percentile, sorts_the_smallest_first)
{
    int64_t samples[] = {5, -3, INT64_MAX, 0, INT64_MIN, 5};

    percentile_sort(samples, ARRAY_LEN(samples));
    for (size_t i = 1; i < ARRAY_LEN(samples); i++)
        check(samples[i - 1] <= samples[i], "wrong at %zu", i);
}

TEST(percentile, rounds_the_rank_up)
{
    rank_is(5, 30, 2);   /* 1.5 */
    rank_is(5, 40, 2);   /* 2 */
    rank_is(5, 50, 3);   /* 2.5 */
    rank_is(10, 99, 10); /* 9.9 */
    rank_is(3, 50, 2);   /* 1.5 */
}

TEST(percentile, is_exact_where_the_rank_is_a_whole_number)
{
    rank_is(100, 50, 50);
    rank_is(100, 90, 90);
    rank_is(100, 99, 99);
    rank_is(1000, 99.9, 999);
    rank_is(10000, 99.9, 9990);
}

TEST(percentile, does_not_let_a_rounded_product_move_the_rank)
{
    rank_is(100, 55, 55); /* 0.55 * 100 is 55.00000000000001 */
    rank_is(100, 7, 7);
    rank_is(200, 29, 58);
}

TEST(percentile, goes_from_the_smallest_to_the_largest)
{
    rank_is(7, 0, 1);
    rank_is(7, 100, 7);
}

TEST(percentile, of_one_sample_is_that_sample)
{
    rank_is(1, 0, 1);
    rank_is(1, 50, 1);
    rank_is(1, 99.9, 1);
}
