/* Which lock is a poll that found nothing: the footprint of a poll.
 * SPDX-License-Identifier: MIT
 *
 * From outside one sees no queue and no "empty", only calls.  A worker that
 * polls locks, looks, unlocks, finds nothing, naps, and locks the same mutex
 * at the same place again.  One that found something does something else in
 * between: at least it locks the next queue.  So a look found nothing when
 * between it and the next look at the same place there were naps only, or
 * when after the naps the thread ended.
 *
 * Where a thread of one body has once found nothing, threads of that body poll,
 * and each lock there is a poll.  A thread that polls also ends by a poll: it
 * looks at a flag, which is no call and leaves no footprint but the return of
 * its body.
 *
 * A sleep until a moment, with TIMER_ABSTIME, is a nap if the thread makes the
 * moment anew each time: if it is as far from the thread's last look at that
 * clock as it was the time before.  Else the thread keeps a schedule.
 *
 * Wrongly taken for a poll: a thread that puts, naps, and puts again.  Not seen:
 * a poller that does not even nap looks like a loop of puts, and one that
 * always finds something like a consumer.
 */
#ifndef DOORBELL_TRACE_LOOKS_H
#define DOORBELL_TRACE_LOOKS_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum call {
    CALL_LOCK, /* and trylock, timedlock, clocklock, when they got it */
    CALL_TRY,  /* those when they did not */
    CALL_UNLOCK,
    CALL_WAIT, /* for a condition variable */
    CALL_SIGNAL,
    CALL_BROADCAST,
    CALL_SLEEP,
    CALL_YIELD,
    N_CALLS
};

/* All calls of one kind from one place in the program. */
struct spot {
    enum call call;
    const void *site; /* the address that the call returns to; NULL: unused */
    atomic_ullong n_calls;
    atomic_ullong n_empty; /* looks of a poller that found nothing: looks.c */
    atomic_ullong wait_ns; /* inside the call */
    atomic_ullong hold_ns; /* from this lock to its unlock, without waits */
    int64_t ahead_ns; /* of a sleep until a moment, the last one: sleeps.c */
};

/* The last look at something that is guarded by a mutex. */
struct look {
    struct spot *locked_at;
    const void *mutex;
    bool napped; /* and did nothing else since */
    bool slept;  /* or slept until a moment, which may have been a nap */
    struct spot *in_doubt; /* of the look before: empty, if that was one */
};

static inline void
traced_add(atomic_ullong *counter, int64_t n)
{
    /* Only the record's own thread writes: no read-modify-write is needed. */
    atomic_store_explicit(counter,
                          atomic_load_explicit(counter, memory_order_relaxed) +
                              (unsigned long long)n,
                          memory_order_relaxed);
}

/* The thread has locked; judges the look before. */
void look_at(struct look *look, struct spot *locked_at, const void *mutex);

/* The thread naps; it naps until a moment, or keeps a schedule, which the next
 * such sleep tells; it does another thing than these; its body ends.
 */
void look_then_nap(struct look *look);
void look_then_nap_until(struct look *look);
void look_then_sleep_until(struct look *look);
void look_then_other(struct look *look);
void look_ends(struct look *look);

#endif
