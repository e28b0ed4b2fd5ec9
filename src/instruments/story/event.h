/* What happened when: the one format for timelines, stories and steppers.
 * SPDX-License-Identifier: MIT
 *
 * An event is a moment, a thread, what it did, and to what object.  A log is
 * a list of them, oldest first, and the names of their numbers.  A
 * recorder keeps the events in an array of its own, taken before the clock
 * starts; story_write_json and story_write_svg (src/instruments/story/story.h) make a
 * file or a picture of them afterwards.
 *
 *     struct event e[2] = {{0, 0, EVENT_PUTS, 0, 17}, {9, 1, EVENT_GETS, 0, 17}};
 *     const char *threads[] = {"producer-0", "consumer-0"};
 *     const char *objects[] = {"download"};
 *     struct event_log log = {"one item", EVENT_NS, threads, 2, objects, 1, e, 2};
 *
 * A thread is always in one state: it works, waits, looks, naps or is ready,
 * from the event that says so until the next one that says another.  Holding locks is
 * apart from that: a wait on a condition variable unlocks first and locks
 * again after, and the log says both.
 */
#ifndef DOORBELL_STORY_EVENT_H
#define DOORBELL_STORY_EVENT_H

#include <stddef.h>
#include <stdint.h>

enum event_what {
    /* States; STARTS is work too, and after ENDS there is none. */
    EVENT_STARTS,
    EVENT_ENDS,
    EVENT_WORKS,
    EVENT_WAITS, /* asleep, for the object */
    EVENT_LOOKS, /* awake, looking at the object again and again */
    EVENT_NAPS,
    EVENT_READY, /* could go on, but another thread runs */
    /* Moments: */
    EVENT_LOCKS, /* has got the lock, or */
    EVENT_UNLOCKS,
    EVENT_PUTS,   /* value: the item, which has gone into the object */
    EVENT_GETS,   /* value: the item, which has come out of it */
    EVENT_RINGS,  /* wakes a waiter of the object; value: the thread that is
                   * woken, or EVENT_NOBODY */
    EVENT_COUNTS, /* value: what the object, a counter, is from now on */
    EVENT_SAYS,   /* text: anything else for the reader */
    EVENT_FAULT,  /* text: what is wrong here */
    N_EVENT_WHATS
};

enum { EVENT_NOBODY = -1, EVENT_NOTHING = -1 };

struct event {
    int64_t time;
    int32_t thread; /* an index into the log's threads */
    int32_t what;   /* of enum event_what */
    int32_t object; /* an index into the log's objects, or EVENT_NOTHING */
    int64_t value;
    const char *text;  /* or NULL; outlives the log, as the next one does */
    const char *place; /* "queue.c:30 queue_put", or NULL */
};

/* What a time is: nanoseconds from any moment on, or the number of a step. */
enum event_unit { EVENT_NS, EVENT_STEPS };

struct event_log {
    const char *title;
    enum event_unit unit;
    const char *const *threads;
    size_t n_threads;
    const char *const *objects;
    size_t n_objects;
    const struct event *events;
    size_t n_events;
};

/* The event's name in files: "starts", "puts".  "?" for none of them. */
const char *event_what_name(int what);

static inline int
event_is_state(const struct event *e)
{
    return e->what <= EVENT_READY;
}

#endif
