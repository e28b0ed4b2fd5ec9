/* One that joins, and an item that no thread ever finishes.
 * SPDX-License-Identifier: MIT
 */
#include "explore/scenario.h"

static void
put_one(struct play *p)
{
    play_put(p, 1);
}

static void
joins(struct play *p)
{
    play_put(p, 2);
    play_join(p);
}

const struct scenario scenario = {
    .name = "never done",
    .threads = {put_one, joins},
};
