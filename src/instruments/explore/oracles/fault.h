/* What can be wrong with a queue or a program: the verdicts.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_EXPLORE_ORACLES_FAULT_H
#define DOORBELL_EXPLORE_ORACLES_FAULT_H

enum fault_kind {
    FAULT_NONE,
    FAULT_DEADLOCK,      /* no thread can go on */
    FAULT_LIVELOCK,      /* threads only look, and nothing ever changes */
    FAULT_LOST,          /* an item went in and does not come out */
    FAULT_DOUBLED,       /* one came out twice, or was never put in */
    FAULT_ORDER,         /* a producer's items overtook each other */
    FAULT_CAPACITY,      /* more inside than the capacity */
    FAULT_TASKS,         /* task_done and join do not add up */
    FAULT_DESTROYED,     /* used after its end, or ended while in use */
    FAULT_EARLY,         /* returned before its deadline, or without cause */
    FAULT_LATE,          /* waited for a moment long after its deadline */
    FAULT_LINEAR,        /* no order of the calls explains the results */
    FAULT_RACE,          /* two accesses, one a write, nothing between them */
    FAULT_UNDISCIPLINED, /* a wait without the lock, an unlock of another's */
    FAULT_LEAK,          /* memory is left at the end */
    FAULT_CRASH,         /* a signal */
    FAULT_WRONG,         /* a call returned what it must not */
    FAULT_FAILED, /* an expectation of the scenario, or exit with not 0 */
    N_FAULT_KINDS
};

/* "deadlock", "not linearizable". */
const char *fault_name(enum fault_kind kind);

#endif
