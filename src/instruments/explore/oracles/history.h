/* What was called in a schedule, and what each call returned.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_EXPLORE_ORACLES_HISTORY_H
#define DOORBELL_EXPLORE_ORACLES_HISTORY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "explore/oracles/fault.h"

enum { CALLS_MAX = 63 }; /* a bit each, and one to spare */

enum call_kind {
    CALL_PUT,
    CALL_GET,
    CALL_SIZE, /* item: what it returned */
    CALL_CLOSE,
    CALL_DROP, /* an item that a close handed out */
    CALL_TASK_DONE,
    CALL_JOIN,
    N_CALL_KINDS
};

struct call {
    enum call_kind kind;
    unsigned task;
    uintptr_t item;
    int result;
    /* Between its first step, from 1, and the last step before it returned it
     * took effect, at one moment.
     */
    uint32_t began, ended;
};

/* In the order in which they returned. */
struct history {
    struct call calls[CALLS_MAX];
    size_t n;
    size_t capacity; /* of the queue; 0: unbounded */
    bool drops;      /* a close handed items out */
};

/* Judges a call that has just returned, the last of the history: an item that
 * comes out twice, or out of its producer's order, or too many inside when so many gets
 * have begun and not returned.
 * Returns a fault with the words written, or FAULT_NONE.
 */
enum fault_kind history_judge_last(const struct history *h, size_t n_getting,
                                   char *why, size_t size);

/* Judges all of it, when every thread has ended and what was left has been
 * drained: no item lost, and some order of the calls explains every result.
 */
enum fault_kind history_judge(const struct history *h, char *why, size_t size);

/* Whether there is an order of the calls, each at a moment between its begin
 * and its end, in which a queue of the plainest kind returns the same (Wing
 * and Gong, "Testing and Verifying Concurrent Objects", JPDC 1993).
 */
bool history_linearizable(const struct history *h);

/* A number for what each thread saw: equal for equal results, in whatever
 * order the threads came.
 */
uint64_t history_outcome(const struct history *h);

/* "put(3) = 0", "get = EPIPE". */
void call_write(const struct call *c, char *text, size_t size);

#endif
