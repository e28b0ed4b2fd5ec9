/* What a thread does: by what ended its sleeps, never by how often.
 * SPDX-License-Identifier: MIT
 */
#include <math.h>
#include <string.h>

#include "array_len.h"
#include "clock.h"
#include "whopolls/verdict.h"

const char *const verdict_names[N_VERDICTS] = {"runs",        "polls",
                                               "timer",       "blocks",
                                               "unclear",     "starves",
                                               "came or went"};

/* So many ends of sleeps are no chance. */
enum { ENDS_MIN = 3 };

/* A thread that spins beside eight others on each core has more than this. */
enum { CPU_PERCENT_MIN = 2 };

static double
seconds(const struct thread *t)
{
    return (double)(t->last_ns - t->first_ns) / NS_PER_S;
}

/* Time-outs that are too short for the looks ended the sleeps unless there were
 * far more wake-ups than such time-outs fit in.
 */
static bool
unclear_are_clock(const struct thread *t, double wakes_per_s)
{
    double mean_ns = (double)t->ended.unclear_ns / t->ended.unclear;

    return t->ended.unclear && wakes_per_s * mean_ns / NS_PER_S < 1.3;
}

/* Nearly each time that the clock wakes it others are woken, by an event, and
 * hardly otherwise: it gives them work.
 */
static bool
rings_others(const struct thread *t, unsigned n_clock)
{
    double with = (double)t->ended.woke / (double)n_clock;
    double without = t->quiet ? (double)t->quiet_woke / t->quiet : 1;

    return n_clock >= ENDS_MIN && with >= 0.75 && with - without >= 0.4;
}

/* Naps once it was woken, so as to take several at once: between two naps it
 * waits for an event.
 */
static bool
gathers(const struct thread *t, unsigned n_clock)
{
    return t->ended.event * 10 >= n_clock && t->ended.again * 3 < n_clock;
}

/* A nap that lasted for the whole watch is a nap for sure only when it is
 * short.
 */
static bool
naps_still(const struct thread *t)
{
    return t->sleep.cause == CAUSE_CLOCK && t->longest_ns > 0 &&
           (double)t->longest_ns / NS_PER_S <= 2 * seconds(t);
}

/* What came before its first nap was its start: since then it only naps. */
static bool
only_naps(const struct thread *t)
{
    return t->shown.cause == CAUSE_CLOCK && t->ended.clock >= 2 &&
           t->ended.event == t->ended.early && !t->ended.unclear;
}

/* It has the CPU, or always wants it.  One whose sleeps end, and which then waits
 * long for its turn on a busy machine, does not run.
 */
static bool
runs(const struct thread *t, double cpu_percent)
{
    const struct endings *e = &t->ended;
    double queued =
        (double)(t->queued_ns - t->first_queued_ns) / 1e7 / seconds(t);

    if (cpu_percent >= 50)
        return true;
    return t->n_asleep * 2 < t->n_looks && cpu_percent + queued >= 20 &&
           !e->clock && e->event + e->timer + e->unclear < ENDS_MIN;
}

static enum verdict
judge_endings(const struct thread *t, pid_t pid, double wakes_per_s)
{
    bool short_are_clock = unclear_are_clock(t, wakes_per_s);
    unsigned clock = t->ended.clock + (short_are_clock ? t->ended.unclear : 0);
    unsigned event = t->ended.event + (short_are_clock ? 0 : t->ended.unclear);

    if (only_naps(t))
        event = 0;

    if (t->ended.timer > clock + event || steps_are_even(&t->steps))
        return VERDICT_TIMER;
    if (clock > event && rings_others(t, clock))
        return VERDICT_TIMER;
    if (clock > event)
        return gathers(t, clock) ? VERDICT_BLOCKS : VERDICT_POLLS;
    if (!clock && !event && naps_still(t))
        return VERDICT_POLLS;
    if (t->shown.fd >= 0) {
        double timers = sleep_timers_per_s(pid, t->shown.fd);
        if (timers > 0 && fabs(wakes_per_s / timers - 1) < 0.2)
            return VERDICT_TIMER;
    }
    return VERDICT_BLOCKS;
}

/* Threads of the Java runtime that do housekeeping; no work waits for them. */
static bool
keeps_house(const struct thread *t)
{
    static const char *const names[] = {"VM Periodic Tas", "G1 Service",
                                        "Monitor Deflati", "VM Thread"};

    for (size_t i = 0; i < ARRAY_LEN(names); i++)
        if (!strcmp(t->name, names[i]))
            return true;
    return false;
}

static const char *
ends_by(const struct thread *t, enum verdict verdict)
{
    const struct endings *e = &t->ended;

    if (verdict == VERDICT_RUNS || verdict == VERDICT_UNCLEAR ||
        verdict == VERDICT_STARVES)
        return "";
    if (e->timer)
        return "timer";
    if (e->clock + e->unclear > e->event && t->shown.cause == CAUSE_EITHER)
        return "time-out";
    if (e->clock > e->event || only_naps(t))
        return "clock";
    return e->event ? "event" : "";
}

struct judged
verdict_of(const struct thread *t, pid_t pid)
{
    struct judged j = {.ends_by = "", .verdict = VERDICT_PASSING};

    if (!t->is_old || !t->is_here || t->last_ns == t->first_ns)
        return j;
    j.cpu_percent = (double)(t->cpu_ns - t->first_cpu_ns) / 1e7 / seconds(t);
    j.wakes_per_s = (double)(t->turns - t->first_turns) / seconds(t);
    if (runs(t, j.cpu_percent))
        j.verdict =
            j.cpu_percent < CPU_PERCENT_MIN ? VERDICT_STARVES : VERDICT_RUNS;
    else if (t->shown.cause == CAUSE_UNKNOWN && j.wakes_per_s >= 1)
        j.verdict = VERDICT_UNCLEAR;
    else
        j.verdict = judge_endings(t, pid, j.wakes_per_s);
    if (j.verdict == VERDICT_POLLS && keeps_house(t))
        j.verdict = VERDICT_TIMER;
    j.ends_by = ends_by(t, j.verdict);
    if (j.verdict == VERDICT_POLLS || j.verdict == VERDICT_TIMER)
        j.period_ms =
            t->turns == t->first_turns || (only_naps(t) && t->ended.early)
                ? (double)t->longest_ns / NS_PER_MS
                : 1000 / j.wakes_per_s;
    return j;
}
