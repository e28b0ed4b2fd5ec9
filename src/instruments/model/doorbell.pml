/* The doorbell of src/ring: an eventcount whose wake-ups are sent one at a time.
 * SPDX-License-Identifier: MIT
 *
 * As eventcount.pml, with two consumers, and with two marks.  While a thread is
 * being woken no other is, so the woken one rings for the next if it leaves more
 * behind.  And a thread that will sleep marks the word that is the lock, so that
 * the compare-and-exchange that unlocks it asks whether anybody sleeps; a holder
 * that finds nobody announced takes that mark away.  The position is stored
 * before that exchange, which no store passes.
 *
 * Each consumer takes its share and ends: a lost wake-up is a deadlock.
 *
 * A fault is planted by defining its name; each must give a counterexample.
 */
#define CONSUMERS 2
#define SHARE     2 /* what a consumer takes before it ends */
#define ITEMS     (CONSUMERS * SHARE)

byte items;   /* the position: how many were put */
bool awaited; /* a mark of the lock: a thread sleeps, or will */
byte taken;
byte waiters;  /* announced, and not yet gone */
bool waking;   /* one of them is being woken */
byte sequence; /* the futex */
bool asleep[CONSUMERS];

/* That a thread is being woken is one change; the rest are steps of their own. */
inline ring(marked)
{
    atomic {
        marked = waiters > 0 && !waking;
        waking = waking || marked
    }
    if
    :: marked ->
        sequence++;
        atomic {
            if
            :: asleep[0] -> asleep[0] = false
            :: asleep[1] -> asleep[1] = false
            :: else -> skip
            fi
        }
    :: else -> skip
    fi
}

/* With the lock held, after an item was published and the mark was found. */
inline ring_or_unmark(marked)
{
    if
    :: waiters > 0 -> ring(marked)
    :: else ->
        awaited = false;
#ifndef UNMARK_BLINDLY
        if
        :: waiters > 0 -> awaited = true
        :: else -> skip
        fi
#endif
    fi
}

active proctype producer()
{
    byte n;
    bool marked, fast;

    do
    :: n == ITEMS -> break
    :: else ->
        n++;
#ifndef PUBLISH_LATE
        items = n;
#endif
        fast = !awaited; /* unlocks */
#ifdef OVERWRITE
        awaited = awaited && !fast;
#endif
#ifdef PUBLISH_LATE
        items = n;
#endif
#ifdef MARK_NOT_SEEN
        fast = true;
#endif
        if
        :: fast -> skip
        :: else -> ring_or_unmark(marked)
        fi
    od
}

inline leave()
{
#ifdef MARK_STAYS
    waiters--
#else
    atomic { waiters--; waking = false }
#endif
}

active [CONSUMERS] proctype consumer()
{
    byte noted, n, me = _pid - 1; /* behind the producer */
    bool got, marked, has_waited;

    do
    :: n == SHARE -> break
    :: else ->
        atomic { got = items > taken; taken = taken + got; n = n + got };
        if
        :: got ->
#ifndef NO_NEXT
            if
            :: has_waited && items > taken -> ring(marked)
            :: else -> skip
            fi;
#endif
            has_waited = false
        :: else ->
#ifdef NOTE_LATE
            waiters++;
#else
            noted = sequence;
            waiters++; /* announce */
#endif
#ifndef NO_MARK
            awaited = true;
#endif
#ifndef LOOK_ONCE
            if
            :: items > taken -> skip /* look again */
            :: else ->
#endif
#ifdef NOTE_LATE
                noted = sequence;
#endif
                atomic { asleep[me] = sequence == noted };
                !asleep[me] /* park */
#ifndef LOOK_ONCE
            fi
#endif
            ;
            leave();
            has_waited = true
        fi
    od
}
