/* All but a second one that joins.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>

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
}

static void
one_too_many(struct play *p)
{
    play_expect(p, play_task_done(p) == EINVAL, "one too many is refused");
}

const struct scenario scenario = {
    .name = "one joiner",
    .threads = {works, joins},
    .after = one_too_many,
};
