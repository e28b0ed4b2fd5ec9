/* Two that join, and one item that is done though no thread got it.
 * SPDX-License-Identifier: MIT
 */
#include "explore/scenario.h"

static void
works(struct play *p)
{
    play_put(p, 1);
    play_task_done(p);
}

static void
joins(struct play *p)
{
    play_join(p);
}

const struct scenario scenario = {
    .name = "two join",
    .threads = {works, joins, joins},
};
