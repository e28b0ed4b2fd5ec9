/* The names of the verdicts.
 * SPDX-License-Identifier: MIT
 */
#include "explore/oracles/fault.h"

const char *
fault_name(enum fault_kind kind)
{
    static const char *const names[N_FAULT_KINDS] = {
        [FAULT_NONE] = "no fault",
        [FAULT_DEADLOCK] = "deadlock",
        [FAULT_LIVELOCK] = "livelock",
        [FAULT_LOST] = "lost",
        [FAULT_DOUBLED] = "doubled",
        [FAULT_ORDER] = "order",
        [FAULT_CAPACITY] = "capacity",
        [FAULT_TASKS] = "tasks",
        [FAULT_DESTROYED] = "destroyed",
        [FAULT_EARLY] = "early",
        [FAULT_LATE] = "late",
        [FAULT_LINEAR] = "not linearizable",
        [FAULT_RACE] = "race",
        [FAULT_UNDISCIPLINED] = "undisciplined",
        [FAULT_LEAK] = "leak",
        [FAULT_CRASH] = "crash",
        [FAULT_WRONG] = "wrong",
        [FAULT_FAILED] = "failed",
    };

    return names[kind];
}
