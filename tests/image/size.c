/* Sizes that fit boxes.
 * SPDX-License-Identifier: MIT
 */
#include "array_len.h"
#include "image/jpeg/size.h"
#include "test.h"

TEST(size, fit_keeps_the_shape_and_never_enlarges)
{
    static const struct {
        struct size original, box, expected;
    } cases[] = {
        {{1600, 1200}, {320, 320}, {320, 240}},
        {{1200, 1600}, {320, 320}, {240, 320}},
        {{320, 320}, {320, 320}, {320, 320}},
        {{100, 50}, {320, 320}, {100, 50}},
        {{1, 1}, {1, 1}, {1, 1}},
        {{640, 480}, {320, 100}, {133, 100}},
        {{3000, 2}, {320, 320}, {320, 1}},
        {{2, 3000}, {320, 320}, {1, 320}},
        {{65500, 65500}, {320, 240}, {240, 240}},
        {{65500, 1}, {1, 1}, {1, 1}},
        {{999, 1000}, {999, 999}, {998, 999}},
    };

    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct size got = size_fit(cases[i].original, cases[i].box);
        check(got.width == cases[i].expected.width &&
                  got.height == cases[i].expected.height,
              "case %zu gives %dx%d", i, got.width, got.height);
    }
}

TEST(size, fit_is_within_the_box_for_every_shape)
{
    const struct size box = {17, 13};

    for (int w = 1; w < 200; w++)
        for (int h = 1; h < 200; h++) {
            struct size got = size_fit((struct size){w, h}, box);
            check(got.width >= 1 && got.height >= 1 && got.width <= 17 &&
                      got.height <= 13 && got.width <= w && got.height <= h,
                  "%dx%d gives %dx%d", w, h, got.width, got.height);
            check(got.width == w || got.width == 17 || got.height == 13,
                  "%dx%d is smaller than need be: %dx%d", w, h, got.width,
                  got.height);
        }
}

TEST(size, parse_takes_sizes_only)
{
    static const char *const bad[] = {
        "",        "x",       "320",      "320x",     "x320",
        "0x320",   "320x0",   "-1x320",   "320x-1",   "1e9x1e9",
        "320X32",  "320x32x", " 320x320", "320x320 ", "1000000000x1",
        "1x65501", "3.5x4",   "320xabc",  "+3x3",     "99999999999999x1",
    };
    struct size size = {7, 7};

    for (size_t i = 0; i < ARRAY_LEN(bad); i++)
        check(size_parse(bad[i], &size) && size.width == 7, "'%s' was taken",
              bad[i]);
    check(!size_parse("1600x65500", &size) && size.width == 1600 &&
              size.height == 65500,
          "1600x65500 was refused");
}
