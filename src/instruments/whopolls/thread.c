/* A thread under watch: how its sleeps ended.
 * SPDX-License-Identifier: MIT
 */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "clock.h"
#include "whopolls/file.h"
#include "whopolls/thread.h"

/* A time-out is taken to have ended a sleep that was seen in its last part. */
enum { LAST_PART = 4 };

/* How a wait with a time-out ended that is over now. */
static unsigned *
ending_of_either(struct thread *t, int64_t now_ns)
{
    int64_t length_ns = t->length_ns >= 0 ? t->length_ns : t->longest_ns;

    if (t->end_ns < 0)
        return &t->ended.unclear;
    if (now_ns < t->earliest_ns)
        return &t->ended.event;
    return (t->end_ns - t->last_ns) * LAST_PART <= length_ns
               ? &t->ended.clock
               : &t->ended.unclear;
}

static unsigned *
ending_of(struct thread *t, int64_t now_ns)
{
    switch (t->sleep.cause) {
    case CAUSE_CLOCK:
        return &t->ended.clock;
    case CAUSE_TIMER:
        return &t->ended.timer;
    case CAUSE_EITHER:
        return ending_of_either(t, now_ns);
    default:
        return &t->ended.event;
    }
}

static bool
can_be_clock(enum cause cause)
{
    return cause == CAUSE_CLOCK || cause == CAUSE_EITHER;
}

static void
settle(struct thread *t, const struct sleep *next, uint64_t turns,
       int64_t now_ns)
{
    unsigned *ending = ending_of(t, now_ns);

    (*ending)++;
    t->ended.early += ending == &t->ended.event && !t->ended.clock;
    if (ending == &t->ended.unclear)
        t->ended.unclear_ns += t->length_ns >= 0 ? t->length_ns : t->longest_ns;
    t->shown = t->sleep;
    t->clock_now = ending == &t->ended.clock || ending == &t->ended.unclear;
    t->event_now = ending == &t->ended.event && !t->has_stirred;
    t->has_stirred = false;
    t->ended.again +=
        t->clock_now && turns == t->turns + 1 && can_be_clock(next->cause);
}

static void
note_limit(struct thread *t, const struct sleep *s, int64_t now_ns)
{
    int64_t length_ns = s->length_ns;

    t->earliest_ns = t->end_ns = -1;
    if (s->deadline_ns >= 0) {
        t->earliest_ns = t->end_ns = s->deadline_ns;
        length_ns = s->deadline_ns - now_ns;
    } else if (length_ns >= 0 && length_ns < INT64_MAX - now_ns) {
        t->earliest_ns = t->last_ns + length_ns;
        t->end_ns = now_ns + length_ns;
    }
    t->length_ns = length_ns;
    if (length_ns > t->longest_ns)
        t->longest_ns = length_ns;
}

void
thread_read_name(struct thread *t, pid_t pid)
{
    file_read(pid, t->tid, "comm", t->name, sizeof(t->name));
    for (char *at = t->name; *at; at++)
        if (*at < ' ' || *at > '~')
            *at = '?';
}

static bool
read_turns(struct thread *t, pid_t pid, uint64_t *turns)
{
    char line[96];

    return file_read(pid, t->tid, "schedstat", line, sizeof(line)) &&
           sscanf(line, "%" SCNu64 " %" SCNu64 " %" SCNu64, &t->cpu_ns,
                  &t->queued_ns, turns) == 3;
}

static void
begin(struct thread *t, pid_t pid, int64_t now_ns)
{
    thread_read_name(t, pid);
    t->first_ns = t->last_ns = now_ns;
    t->first_cpu_ns = t->cpu_ns;
    t->first_queued_ns = t->queued_ns;
}

/* It was woken by an event, and has not had its turn yet: on a busy machine that
 * comes later, when the thread that woke it sleeps again.
 */
static bool
stirs(const struct thread *t, const struct sleep *now, int64_t now_ns)
{
    return now->cause == CAUSE_NONE && !t->has_stirred &&
           (t->sleep.cause == CAUSE_EVENT ||
            (t->sleep.cause == CAUSE_EITHER && now_ns < t->earliest_ns));
}

bool
thread_look(struct thread *t, pid_t pid, int mem, int64_t now_ns)
{
    uint64_t turns;

    t->clock_now = t->event_now = false;
    if (!read_turns(t, pid, &turns))
        return false;
    if (!t->n_looks++) {
        begin(t, pid, now_ns);
        t->first_turns = t->turns = turns;
    }
    struct sleep s = sleep_read(pid, t->tid, mem);
    bool is_new = turns != t->turns || t->sleep.cause == CAUSE_NONE;
    if (is_new && t->sleep.cause != CAUSE_NONE)
        settle(t, &s, turns, now_ns);
    else if (stirs(t, &s, now_ns))
        t->has_stirred = t->event_now = true;
    if (is_new && s.cause != CAUSE_NONE) {
        steps_note(&t->steps, s.deadline_ns, turns);
        note_limit(t, &s, now_ns);
    }
    t->n_asleep += s.cause != CAUSE_NONE;
    if (is_new || s.cause != CAUSE_NONE)
        t->sleep = s;
    t->turns = turns;
    t->last_ns = now_ns;
    return true;
}

void
thread_note_wakes(struct thread *t, bool woke)
{
    t->ended.woke += t->clock_now && woke;
    t->quiet += !t->clock_now;
    t->quiet_woke += !t->clock_now && woke;
}
