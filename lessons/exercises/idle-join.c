/* A join while an item stays unfinished: it ought to sleep.
 * SPDX-License-Identifier: MIT
 */
#include "explore/scenario.h"

static void
joins(struct play *p)
{
    play_put(p, 1);
    play_join(p);
}

const struct scenario scenario = {
    .name = "idle join",
    .threads = {joins},
};
