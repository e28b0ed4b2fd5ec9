/* What a thread does: by what ended its sleeps, never by how often.
 * SPDX-License-Identifier: MIT
 *
 *  runs    it is hardly seen asleep, or uses a CPU for half of the time
 *  polls   the clock ends its sleeps: naps, or time-outs that brought nothing
 *  timer   the clock ends its sleeps, and there is a reason to be seen: a
 *          timerfd, deadlines in even steps, each wake-up wakes others, or
 *          it is a thread of a language's runtime that keeps house
 *  blocks  an event ends its sleeps, however often; or nothing does
 *  starves it always wants a CPU and hardly gets one: what it would do with it
 *          is not known
 */
#ifndef DOORBELL_WHOPOLLS_VERDICT_H
#define DOORBELL_WHOPOLLS_VERDICT_H

#include "whopolls/thread.h"

enum verdict {
    VERDICT_RUNS,
    VERDICT_POLLS,
    VERDICT_TIMER,
    VERDICT_BLOCKS,
    VERDICT_UNCLEAR, /* the kernel does not say in what it sleeps */
    VERDICT_STARVES, /* other programs have the CPUs */
    VERDICT_PASSING, /* it came or went meanwhile */
    N_VERDICTS
};

extern const char *const verdict_names[N_VERDICTS];

struct judged {
    enum verdict verdict;
    double cpu_percent, wakes_per_s;
    double period_ms;    /* of what the clock ends; 0: n/a */
    const char *ends_by; /* "clock", "time-out", "event", "timer", or "" */
};

struct judged verdict_of(const struct thread *t, pid_t pid);

#endif
