/* Explores a root function, or a contender in a scenario, from a test.
 * SPDX-License-Identifier: MIT
 */
#include "explore/load/load.h"
#include "rig.h"

struct session
explored(enum search_kind kind, int preemptions, void *(*root)(void *),
         void *argument)
{
    static bool started;
    struct session s = {.kind = kind,
                        .preemptions = preemptions,
                        .seed = 7,
                        .n_schedules = 2000,
                        .depth = 3,
                        .root = root,
                        .argument = argument};

    if (!started)
        engine_start();
    started = true;
    if (root == game_play)
        s.outcome = game_outcome;
    session_run(&s);
    return s;
}

void
step_alone(void)
{
    engine_step((struct op){.kind = OP_POINT, .deadline = NEVER});
}

void
step_at(const void *address)
{
    engine_step((struct op){.kind = OP_CHANGE,
                            .object = object_at(address, OBJECT_WORD, NULL),
                            .deadline = NEVER});
}

const struct contender *const *
load_contenders(const char *path)
{
    return load_target(path).contenders;
}
