/* A get for which nothing comes: it ought to sleep.
 * SPDX-License-Identifier: MIT
 */
#include "explore/scenario.h"

static void
gets(struct play *p)
{
    uintptr_t item;

    play_get(p, &item);
}

const struct scenario scenario = {
    .name = "idle",
    .threads = {gets},
};
