/* What is known of each thread of a watched program: whether and why it waits.
 * SPDX-License-Identifier: MIT
 *
 * A thread writes its own record, without locks, just before it may wait and
 * just after; the reporting thread reads them all.  A record is kept when its
 * thread has ended: the thread that signalled last may have ended.
 */
#ifndef DOORBELL_WHYHANG_WATCH_WATCHED_H
#define DOORBELL_WHYHANG_WATCH_WATCHED_H

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>
#include <time.h>

enum why {
    WHY_NOT, /* it does not wait, as far as one can see */
    WHY_LOCK,
    WHY_READ_LOCK,
    WHY_SPIN,
    WHY_CONDITION,
    WHY_SEMAPHORE,
    WHY_FUTEX,
    WHY_BARRIER,
    WHY_JOIN,
    WHY_NAP, /* or a yield: it will look again by itself */
    N_WHYS
};

enum { WATCHED_MAX = 1024, BELLS_MAX = 1024, HELD_MAX = 8 };

struct watched {
    atomic_int why;
    const void *_Atomic object; /* NULL with a nap; a join: the pthread_t */
    const void *_Atomic site;   /* where it asked for it */
    atomic_llong since_ns;      /* CLOCK_MONOTONIC */
    atomic_ulong moves;         /* waits that ended, and calls that had none */
    atomic_ulong naps;
    atomic_int ended;
    const void *_Atomic held[HELD_MAX]; /* by held.h; NULL: a free place */
    pthread_t thread;
    clockid_t cpu; /* its CPU time */
    pid_t tid;
    atomic_ulong held_up;   /* 0, or the number of the hold: hold.h */
    atomic_bool is_watcher; /* no thread of the program */
    char name[16];
};

/* The thread that signalled an object last. */
struct bell {
    const void *_Atomic object;
    _Atomic(const struct watched *) ringer;
    atomic_llong time_ns;
    atomic_ulong n_rings;
};

/* The calling thread's own record; made at its first call.  NULL when there
 * are WATCHED_MAX already.
 */
struct watched *watched_self(void);

/* The i-th; NULL behind the last. */
struct watched *watched_number(size_t i);

/* The record of a thread that has not ended, or NULL. */
const struct watched *watched_thread(pthread_t thread);
const struct watched *watched_tid(pid_t tid);

/* A thread has been made, and has no record yet; or it has one now. */
void watched_starts(void);
void watched_started(void);
bool watched_somebody_starts(void);

/* The calling thread starts, or stops, to wait. */
void wait_begin(enum why why, const void *object, const void *site);
void wait_end(void);

/* The calling thread has got somewhere without waiting. */
void watched_moved(void);

/* It has signalled the object; its record, or NULL if none ever did. */
void bell_rung(const void *object);
const struct bell *bell_of(const void *object);

int64_t now_ns(void);

#endif
