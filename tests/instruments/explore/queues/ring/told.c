/* A scenario: a consumer that learns that no item will come destroys the queue,
 * while the thread that closed it, and found nothing to drop, is on its way out.
 * SPDX-License-Identifier: MIT
 */
#include "contender.h"
#include "explore/scenario.h"

static void
closes(struct play *p)
{
    play_close_drop(p);
}

static void
destroys(struct play *p)
{
    uintptr_t item;

    while (play_get(p, &item) == 0)
        continue;
    play_expect(p, play_destroy(p) == 0, "it can be destroyed");
}

const struct scenario scenario = {
    .name = "told",
    .traits = CONTENDER_CLOSE,
    .capacity = 1,
    .threads = {closes, destroys},
    .destroys = true,
};
