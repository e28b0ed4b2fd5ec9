/* Two puts where there is room for one: the second ought to sleep.
 * SPDX-License-Identifier: MIT
 */
#include "explore/scenario.h"

static void
puts_two(struct play *p)
{
    play_put(p, 1);
    play_put(p, 2);
}

const struct scenario scenario = {
    .name = "idle put",
    .threads = {puts_two},
};
