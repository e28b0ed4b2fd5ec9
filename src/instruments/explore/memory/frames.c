/* The calls that lead to here, in explored code.
 * SPDX-License-Identifier: MIT
 */
#include <execinfo.h>

#include "explore/engine/engine.h"
#include "explore/memory/frames.h"
#include "explore/load/module.h"

enum { DEPTH_MAX = 24 };

struct frames
frames_here(void)
{
    void *all[DEPTH_MAX];
    struct frames frames = {{NULL}};
    size_t n = 0;
    struct task *explored = engine.current;

    engine.current = NULL; /* the unwinder locks, and that is no step */
    int depth = backtrace(all, DEPTH_MAX);
    engine.current = explored;
    for (int i = 0; i < depth && n < FRAMES_MAX; i++)
        if (module_holds_code(all[i]))
            frames.return_to[n++] = all[i];
    return frames;
}
