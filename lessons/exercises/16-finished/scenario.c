/* Exercise 16: are finished and empty kept apart?
 * SPDX-License-Identifier: MIT
 *
 * src/instruments/explore/scenario.h says what a scenario may call.
 */
#include "explore/scenario.h"

static void
works(struct play *p)
{
    uintptr_t item;

    play_put(p, 1);
    play_get(p, &item);
    play_task_done(p);
}

static void
joins(struct play *p)
{
    play_join(p);
}

const struct scenario scenario = {
    .name = "finished",
    .threads = {works, joins},
};
