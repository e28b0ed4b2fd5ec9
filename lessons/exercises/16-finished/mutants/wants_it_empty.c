/* Takes finished for empty, and so refuses what is right.
 * SPDX-License-Identifier: MIT
 */
#include "explore/scenario.h"

static void
works(struct play *p)
{
    uintptr_t item;

    play_put(p, 1);
    play_put(p, 2);
    play_get(p, &item);
    play_task_done(p);
    play_task_done(p);
}

static void
joins(struct play *p)
{
    play_join(p);
    play_expect(p, play_size(p) == 0, "nothing is left");
}

const struct scenario scenario = {
    .name = "wants it empty",
    .threads = {works, joins, joins},
};
