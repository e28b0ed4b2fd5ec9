/* The blocking queue as a model: put, get, deadlines, close, task_done, join.
 * SPDX-License-Identifier: MIT
 *
 * src/blocking in Promela, for `make model`.  A condition variable is the set
 * of the threads that sleep on it; a signal wakes any one of them, or none.  A
 * thread that is woken, or out of time, or woken for no reason, has to take the
 * lock like every other.  Items are counted, not told apart: that they keep their
 * order is what src/instruments/explore checks, in the real code.
 *
 * Checked: no thread waits forever (no state without a way out but the end),
 * the queue never holds more than fits, nothing is got that was not put, a
 * join returns at a moment at which all is done, and in the end all is.
 *
 * A fault is planted by defining its name; each must give a counterexample.
 */
#ifndef PRODUCERS
#define PRODUCERS 2
#endif
#ifndef CONSUMERS
#define CONSUMERS 2
#endif
#ifndef ITEMS
#define ITEMS 2 /* of each producer */
#endif
#ifndef CAPACITY
#define CAPACITY 1
#endif
#define ME (1 << me)

/* With deadlines, and with a close at any moment, a thread that sleeps beside an
 * item is woken after all, and a consumer that goes on forever takes an item that
 * another was not woken for.  A patient queue has none of these: its close comes last, and
 * each consumer gets its share.
 */
#ifdef PATIENT
#define DEADLINES false
#define SHARE (PRODUCERS * ITEMS / CONSUMERS)
#else
#define DEADLINES true
#define SHARE 255
#endif

bool held;   /* the lock */
byte size, n_put, n_got, n_done, n_ended;
bool closed;
byte not_empty, not_full, all_done; /* the threads that sleep there, a bit each */
byte n_spurious = 1; /* how many waits may end for no reason */

inline lock()
{
    atomic { !held -> held = true }
}

inline unlock()
{
    held = false
}

/* Lets go of the lock and falls asleep as one step; then anything that ends a
 * sleep; then the lock.  `late` tells that time was up.
 */
inline wait(condition, timed)
{
    atomic { condition = condition | ME; held = false };
    if
    :: atomic { (condition & ME) == 0 -> late = false }
    :: atomic { timed && (condition & ME) -> condition = condition & ~ME; late = true }
    :: atomic { n_spurious > 0 && (condition & ME) ->
                n_spurious--; condition = condition & ~ME; late = false }
    fi;
    lock()
}

inline signal(condition)
{
    atomic {
        if
        :: condition & 1 -> condition = condition & ~1
        :: condition & 2 -> condition = condition & ~2
        :: condition & 4 -> condition = condition & ~4
        :: condition & 8 -> condition = condition & ~8
        :: !(condition & 15) -> skip
        fi
    }
}

inline broadcast(condition)
{
    condition = 0
}

#ifdef ONE_CONDITION
#define NOT_FULL not_empty
#else
#define NOT_FULL not_full
#endif

/* Producers are 0 and 1; the second one has deadlines. */
proctype producer(byte me)
{
    byte n;
    bool late, fails;

    do
    :: n == ITEMS -> break
    :: else ->
        lock();
        late = false;
#ifdef IF_FOR_WHILE_PUT
        if
        :: size == CAPACITY && !closed -> wait(NOT_FULL, DEADLINES && me == 1)
        :: else -> skip
        fi;
#else
        do
        :: size == CAPACITY && !closed && !late -> wait(NOT_FULL, DEADLINES && me == 1)
        :: else -> break
        od;
#endif
        /* It may be out of memory, once. */
        fails = false;
        if
        :: me == 0 && n == ITEMS - 1 -> fails = true
        :: skip
        fi;
        if
        :: closed || (late && size == CAPACITY) || fails ->
#ifndef EATS_WAKEUP
            signal(NOT_FULL);
#endif
            skip
        :: else ->
            size++;
            n_put++;
            assert(size <= CAPACITY);
#ifdef EDGE_ONLY
            if
            :: size == 1 -> signal(not_empty)
            :: else -> skip
            fi
#else
            signal(not_empty)
#endif
        fi;
        unlock();
        n++
    od;
    n_ended++
}

/* Consumers are 2 and 3; the second one has deadlines. */
proctype consumer(byte me)
{
    byte n;
    bool late, end, mine;

    do
    :: end -> break
    :: else ->
        lock();
        late = false;
        mine = false;
#ifdef IF_FOR_WHILE_GET
        if
        :: size == 0 && !closed -> wait(not_empty, false)
        :: else -> skip
        fi;
        assert(size > 0 || closed);
#else
        do
        :: size == 0 && !closed && !late -> wait(not_empty, DEADLINES && me == 3)
        :: else -> break
        od;
#endif
        if
        :: size > 0 ->
            size--;
            n_got++;
#ifdef PATIENT
            n++; /* else nobody counts, and there are fewer states */
#endif
            mine = true;
            assert(n_got <= n_put);
#ifndef NO_SIGNAL_IN_GET
            signal(NOT_FULL)
#endif
        :: size == 0 && closed -> end = true
        :: else ->
            signal(not_empty) /* out of time: passes on what it was told */
        fi;
        unlock();
#ifdef TASK_DONE_MISSING
        mine = mine && me != 2;
#endif
        if
        :: mine ->
            lock();
            n_done++;
            if
            :: n_done == n_put -> broadcast(all_done)
            :: else -> skip
            fi;
            unlock()
        :: else -> skip
        fi;
        end = end || n == SHARE
    od
}

proctype closer(byte me)
{
#ifdef PATIENT
    (n_ended == PRODUCERS && size == 0);
#endif
#ifndef CLOSE_WITHOUT_LOCK
    lock();
#endif
    closed = true;
#ifdef CLOSE_WITH_SIGNAL
    signal(not_empty);
    signal(NOT_FULL);
#else
#ifndef CLOSE_IN_SILENCE
    broadcast(not_empty);
    broadcast(NOT_FULL);
#endif
#endif
#ifndef CLOSE_WITHOUT_LOCK
    unlock()
#endif
}

proctype joiner(byte me)
{
    bool late;

    lock();
    late = false;
    do
#ifdef JOIN_WAITS_FOR_EMPTY
    :: size != 0 -> wait(all_done, false)
#else
    :: n_done != n_put -> wait(all_done, false)
#endif
    :: else -> break
    od;
    assert(n_done == n_put);
    unlock()
}

init
{
    atomic {
        byte p;
        for (p : 0 .. PRODUCERS - 1) { run producer(p) };
        for (p : 0 .. CONSUMERS - 1) { run consumer(2 + p) };
        run closer(4);
        run joiner(5)
    }
    (_nr_pr == 1);
    assert(n_got == n_put && n_done == n_put && size == 0)
}
