/* An eventcount: look, announce your sleep, look again, park.
 * SPDX-License-Identifier: MIT
 *
 * How a queue without locks wakes its sleepers.  A consumer looks for an item,
 * announces that it will sleep, looks again, and parks while nothing has changed
 * since; a producer publishes its item, and wakes if it finds an announcement.
 * Each of the two stores one word and then loads the other's: on any machine with
 * store buffers both may read the old value, and the consumer sleeps beside the
 * item, unless there is a fence between the store and the load.
 *
 * Stores wait in a buffer of one place a thread, and leave it at any time; a
 * fence waits until it is empty.  The park compares and sleeps as one step, as
 * a futex does.
 *
 * A fault is planted by defining its name; each must give a counterexample.
 */
#ifndef ITEMS
#define ITEMS 3
#endif

byte items;        /* published, as all see it */
byte asleep;       /* how many consumers have said that they will sleep */
byte sequence;     /* advanced by who rings: what the park compares */
byte taken;

/* The producer's one store that has not arrived: the value of items. */
bool pending;
byte pending_items;

active proctype store_buffer()
{
end:
    do
    :: atomic { pending -> items = pending_items; pending = false }
    od
}

inline fence()
{
    !pending
}

active proctype producer()
{
    byte n, seen;

    do
    :: n == ITEMS -> break
    :: else ->
        n++;
        !pending; /* the buffer has one place */
        atomic { pending_items = n; pending = true }; /* publish */
#ifndef NO_FENCE
        fence();
#endif
        seen = asleep; /* does anybody sleep? */
        if
        :: seen > 0 -> atomic { sequence++; asleep = 0 } /* ring */
        :: else -> skip
        fi
    od
}

active proctype consumer()
{
    byte noted;

    do
    :: taken == ITEMS -> break
    :: else ->
        if
        :: items > taken -> taken++
        :: else ->
            noted = sequence;
#ifdef LOOK_ONCE
            asleep = 1; /* announce, and park */
            (sequence != noted)
#else
#ifdef NOTE_LATE
            asleep = 1;
            if
            :: items > taken -> skip
            :: else ->
                noted = sequence; /* a ring before this is forgotten */
                (sequence != noted)
            fi
#else
            asleep = 1; /* announce: a change, so it is seen at once */
            if
            :: items > taken -> skip /* look again */
            :: else -> (sequence != noted) /* park */
            fi
#endif
#endif
        fi
    od
}
