/* The doorbell of src/ring: an eventcount whose wake-ups are sent one at a time.
 * SPDX-License-Identifier: MIT
 *
 * As eventcount.pml, with two consumers, and with the mark: while a thread is
 * being woken no other is, so the woken one rings for the next if it leaves more
 * behind.  Each takes its share and ends: a lost wake-up is a deadlock.
 *
 * The producer's store waits in a buffer of one place, and leaves it at any time;
 * a fence waits until it is empty.
 *
 * A fault is planted by defining its name; each must give a counterexample.
 */
#define CONSUMERS 2
#define SHARE     2 /* what a consumer takes before it ends */
#define ITEMS     (CONSUMERS * SHARE)

byte items;    /* published, as all see it */
byte taken;
byte waiters;  /* announced, and not yet gone */
bool waking;   /* one of them is being woken */
byte sequence; /* the futex */
bool asleep[CONSUMERS];
bool pending; /* the store in the buffer */
byte pending_items;

active proctype store_buffer()
{
end:
    do
    :: atomic { pending -> items = pending_items; pending = false }
    od
}

/* The mark is set by a compare-and-exchange; the rest are steps of their own. */
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

active proctype producer()
{
    byte n;
    bool marked;

    do
    :: n == ITEMS -> break
    :: else ->
        n++;
        !pending; /* the buffer has one place */
        atomic { pending_items = n; pending = true }; /* publish */
#ifndef NO_FENCE
        !pending;
#endif
        ring(marked)
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
    byte noted, n, me = _pid - 2; /* behind the buffer and the producer */
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
            waiters++; /* announce: a change, so it is seen at once */
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
