/* A thread under watch: how its sleeps ended.
 * SPDX-License-Identifier: MIT
 *
 * A look every millisecond or two sees what the thread sleeps in, and by the
 * count of its turns on a CPU whether that is still the sleep of the last
 * look.  A sleep that was over before its time-out was ended by an event; one
 * that was seen shortly before its time-out, and is over after it, was ended
 * by the clock.
 */
#ifndef DOORBELL_WHOPOLLS_THREAD_H
#define DOORBELL_WHOPOLLS_THREAD_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "whopolls/sleep.h"
#include "whopolls/steps.h"

/* How often its sleeps ended, and by what. */
struct endings {
    unsigned clock, event, timer;
    unsigned unclear;   /* a time-out too short for the looks */
    int64_t unclear_ns; /* of these time-outs, together */
    unsigned again;     /* by the clock, and the next one can be as well: it
                       * woke, found nothing, and slept again */
    unsigned woke;      /* by the clock, and others were woken by an event */
    unsigned early;     /* by an event, and none yet by the clock */
};

struct thread {
    pid_t tid;
    char name[16];
    bool is_old, is_here; /* there at the first look, at the last */
    unsigned n_looks, n_asleep;
    int64_t first_ns, last_ns; /* the looks */
    uint64_t first_cpu_ns, cpu_ns, first_queued_ns, queued_ns;
    uint64_t first_turns, turns; /* on a CPU */

    struct sleep sleep;          /* at the last look */
    int64_t earliest_ns, end_ns; /* when its time-out comes, about */
    int64_t length_ns;           /* of that time-out; -1: not known */
    struct sleep shown;          /* the last sleep that an end was seen of */
    int64_t longest_ns;          /* of time-outs */
    struct endings ended;
    struct steps steps;
    bool clock_now, event_now; /* what the last look saw the end of */
    bool has_stirred; /* the end of this sleep was seen before its next turn */
    unsigned quiet, quiet_woke; /* looks without an end by the clock */
};

/* Looks at it; false when it is gone. */
bool thread_look(struct thread *t, pid_t pid, int mem, int64_t now_ns);

/* At the first look; again at the last, since a thread that has just been
 * started may have given itself a name meanwhile.
 */
void thread_read_name(struct thread *t, pid_t pid);

/* After all were looked at: whether some thread was woken by an event. */
void thread_note_wakes(struct thread *t, bool woke);

#endif
