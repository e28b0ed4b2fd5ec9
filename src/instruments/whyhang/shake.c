/* Naps at random: one call of four, up to 2 ms.
 * SPDX-License-Identifier: MIT
 */
#include <stdbool.h>
#include <stdlib.h>
#include <time.h>

#include "hooks/hooks.h"
#include "random.h"
#include "whyhang/shake.h"
#include "whyhang/watched.h"

enum { ONE_IN = 4, LONGEST_NS = 2000000 };

static bool shaken;
static uint64_t seed;
static _Thread_local uint64_t state __attribute__((tls_model("initial-exec")));

void
shake_begin(void)
{
    const char *text = getenv("WHYHANG_SHAKE");

    shaken = text != NULL;
    seed = text ? strtoull(text, NULL, 10) : 0;
}

/* A thread's own sequence: by the seed, and by how many were before it. */
static uint64_t
first_state(void)
{
    uint64_t start = seed << 16;

    for (size_t i = 0; watched_number(i) && watched_number(i) != watched_self();
         i++)
        start++;
    return start;
}

void
shake(void)
{
    if (!shaken)
        return;
    if (!state)
        state = first_state();
    uint64_t draw = random_next(&state);
    if (draw % ONE_IN)
        return;
    hooks_real()->nanosleep(
        &(struct timespec){0, (long)(draw / ONE_IN % LONGEST_NS)}, NULL);
}
