/* Finished is not empty, and empty is not finished; and two wait for it.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>

#include "explore/scenario.h"

/* Two are put and one is got; task_done is called for both. */
static void
works(struct play *p)
{
    uintptr_t item;

    play_put(p, 1);
    play_put(p, 2);
    play_get(p, &item);
    play_task_done(p);
    play_get(p, &item);
    play_put(p, 3);
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
    play_expect(p, play_size(p) == 1, "what was not got is still there");
    play_expect(p, play_task_done(p) == EINVAL, "one too many is refused");
}

const struct scenario scenario = {
    .name = "finished",
    .threads = {works, joins, joins},
    .after = one_too_many,
};
