/* Medians and intervals, against values worked out by hand.
 * SPDX-License-Identifier: MIT
 */
#include <math.h>
#include <stdint.h>

#include "bench/stats/stats.h"
#include "random.h"
#include "test.h"

TEST(stats, median_of_an_odd_number_is_the_middle_one)
{
    const double values[] = {9, 1, 5};
    struct summary s = stats_summarize(values, 3);

    check(s.median == 5, "median %g", s.median);
    check(s.n == 3, "n %zu", s.n);
}

TEST(stats, median_of_an_even_number_is_between_the_middle_two)
{
    const double values[] = {4, 1, 3, 2};
    struct summary s = stats_summarize(values, 4);

    check(s.median == 2.5, "median %g", s.median);
}

TEST(stats, values_stay_in_their_order)
{
    double values[] = {3, 1, 2};

    stats_summarize(values, 3);
    check(values[0] == 3 && values[1] == 1 && values[2] == 2, "sorted them");
}

TEST(stats, fewer_than_six_give_the_range)
{
    const double values[] = {1, 2, 3, 4, 5};
    struct summary s = stats_summarize(values, 5);

    check(!s.is_interval, "calls a range an interval");
    check(s.low == 1 && s.high == 5, "range %g to %g", s.low, s.high);
}

/* From 1 to n: the ends are ranks, so that they can be worked out by hand. */
static struct summary
of_ranks(size_t n)
{
    double values[STATS_MAX];

    for (size_t i = 0; i < n; i++)
        values[i] = (double)(n - i);
    return stats_summarize(values, n);
}

/* All six hold the median in 62 of 64, the inner four in 50: 1/10 between the
 * two in chance, (5 / 10) / (1 + 4 / 10) of the way in rank.
 */
TEST(stats, six_give_an_interval_inside_their_range)
{
    struct summary s = of_ranks(6);

    check(s.is_interval, "no interval");
    check(fabs(s.low - (1 + 0.5 / 1.4)) < 1e-9, "low %g", s.low);
    check(fabs(s.high - (6 - 0.5 / 1.4)) < 1e-9, "high %g", s.high);
}

/* 492 of 512 for the second, 420 for the third: 5.6 / 72 between them. */
TEST(stats, nine_give_an_interval_between_the_second_and_the_third)
{
    struct summary s = of_ranks(9);
    double part = 5.6 / 72, inward = 7 * part / (2 + 5 * part);

    check(fabs(s.low - (2 + inward)) < 1e-9, "low %.9g", s.low);
    check(fabs(s.low + s.high - 10) < 1e-9, "not even");
}

/* As a share of the whole spread; ranks without interpolation widen by up to a
 * quarter from one number of rounds to the next.
 */
TEST(stats, more_rounds_never_tell_less)
{
    double before = 1;

    for (size_t n = 6; n < 40; n++) {
        struct summary s = of_ranks(n);
        double width = (s.high - s.low) / (double)(n + 1);
        check(width < before * 1.01, "%zu rounds: %g after %g", n, width,
              before);
        before = width;
    }
}

TEST(stats, what_is_not_available_is_left_out)
{
    const double values[] = {NAN, 7, NAN};
    struct summary s = stats_summarize(values, 3);

    check(s.n == 1 && s.median == 7, "n %zu, median %g", s.n, s.median);
}

TEST(stats, nothing_gives_no_number)
{
    struct summary s = stats_summarize(NULL, 0);

    check(s.n == 0 && isnan(s.median) && isnan(s.low), "made something up");
}

/* How many of 1000 intervals of n values from 0 to 1 hold the median 0.5. */
static int
n_covering(size_t n)
{
    double values[STATS_MAX];
    uint64_t random = 11;
    int covering = 0;

    for (int i = 0; i < 1000; i++) {
        for (size_t j = 0; j < n; j++)
            values[j] = random_unit(&random);
        struct summary s = stats_summarize(values, n);
        covering += s.low <= 0.5 && 0.5 <= s.high;
    }
    return covering;
}

TEST(stats, intervals_cover_the_truth_as_often_as_they_say)
{
    const size_t sizes[] = {6, 7, 8, 9, 12, 19, 20, 40};

    for (size_t i = 0; i < 8; i++) {
        int covering = n_covering(sizes[i]);
        check(covering >= 930, "%zu rounds: %d of 1000", sizes[i], covering);
    }
}

/* A machine that gets slower all the time: each ratio is 2 all the same. */
TEST(stats, drift_cancels_in_a_ratio)
{
    const double a[] = {2, 4, 8, 16, 32, 64}, b[] = {1, 2, 4, 8, 16, 32};
    struct summary s = stats_ratio(a, b, 6);

    check(s.median == 2 && s.low == 2 && s.high == 2, "%g, %g to %g", s.median,
          s.low, s.high);
}

TEST(stats, ratio_to_nothing_is_left_out)
{
    const double a[] = {1, 1, 6}, b[] = {0, NAN, 3};
    struct summary s = stats_ratio(a, b, 3);

    check(s.n == 1 && s.median == 2, "n %zu, median %g", s.n, s.median);
}

TEST(stats, interval_that_spans_one_shows_no_difference)
{
    struct summary spans = {6, 1.1, 0.9, 1.2, true};
    struct summary above = {6, 1.1, 1.01, 1.2, true};
    struct summary below = {6, 0.8, 0.7, 0.9, true};

    check(stats_holds_one(spans), "saw a difference");
    check(!stats_holds_one(above) && !stats_holds_one(below), "saw none");
}
