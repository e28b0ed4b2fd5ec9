/* The settings of a stage, and what a stage may leave out.
 * SPDX-License-Identifier: MIT
 */
#include <string.h>

#include "stage.h"
#include "test.h"

static const char *const settings[] = {"size=7", "sizes=8", "empty=", "a=b=c",
                                       NULL};
static const struct stage_options options = {.settings = settings};

static void
value_is(const char *key, const char *expected)
{
    const char *value = stage_setting(&options, key, "none");

    check(!strcmp(value, expected), "%s is '%s'", key, value);
}

TEST(stage, finds_the_value_of_a_setting)
{
    value_is("size", "7");
    value_is("sizes", "8");
    value_is("a", "b=c");
}

TEST(stage, tells_an_empty_value_from_none)
{
    value_is("empty", "");
    value_is("absent", "none");
}

TEST(stage, does_not_take_a_key_for_another_that_it_begins)
{
    value_is("siz", "none");
    value_is("", "none");
}

TEST(stage, may_have_no_settings_at_all)
{
    struct stage_options bare = {.index = 0};

    check(!stage_setting(&bare, "size", NULL), "a value out of nothing");
}

TEST(stage, may_have_nothing_to_close)
{
    struct stage stage = {.name = "bare"};

    stage_close(&stage, NULL);
}
