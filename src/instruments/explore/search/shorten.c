/* Makes a schedule with a fault easier to follow.
 * SPDX-License-Identifier: MIT
 *
 * How it works: a schedule is a row of blocks, each of one thread.  A block
 * is moved to the one before it or behind it of the same thread, and the
 * result is run: where a step cannot be made, another goes on, so that
 * most moves lead to some schedule.  One that has the same fault with fewer
 * switches, or with fewer steps, is kept (delta debugging, Zeller 1999, with
 * moves in place of cuts).
 */
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "explore/engine/engine.h"
#include "explore/command/quiet.h"
#include "explore/search/shorten.h"

/* A livelock is recognised in a run of STEPS_MAX; the story shows a few steps
 * of it.
 */
enum { RUNS_MAX = 20000, STEPS_IN_ALL_MAX = 1000000 };

struct attempt {
    struct session *s;
    struct choice *steps; /* what is tried */
    unsigned n_runs;
    uint64_t n_steps; /* of all of them */
};

static bool
may_go_on(const struct attempt *a)
{
    return a->n_runs < RUNS_MAX && a->n_steps < STEPS_IN_ALL_MAX;
}

size_t
count_switches(const struct choice *steps, size_t n)
{
    size_t switches = 0;

    for (size_t i = 1; i < n; i++)
        switches += steps[i].task != steps[i - 1].task;
    return switches;
}

static size_t
switches_made(void)
{
    size_t switches = 0;

    for (size_t i = 1; i < engine.n_steps; i++)
        switches += engine.steps[i].task != engine.steps[i - 1].task;
    return switches;
}

/* Runs the n steps, and keeps what they lead to if it is better. */
static bool
is_better(struct attempt *a, size_t n)
{
    struct session *s = a->s;
    size_t before = count_switches(s->steps, s->n);

    a->n_runs++;
    session_replay(s, a->steps, n);
    a->n_steps += engine.n_steps;
    if (engine.fault != s->fault)
        return false;
    size_t after = switches_made();
    if (after > before || (after == before && engine.n_steps >= s->n))
        return false;
    session_keep(s);
    return true;
}

/* As many steps as lead to the fault if every thread then just goes on. */
static bool
cut_tail(struct attempt *a)
{
    for (size_t n = 0; n < a->s->n && may_go_on(a); n++) {
        memcpy(a->steps, a->s->steps, n * sizeof(a->steps[0]));
        if (is_better(a, n))
            return true;
    }
    return false;
}

static size_t
block_end(const struct session *s, size_t start)
{
    size_t end = start + 1;

    while (end < s->n && s->steps[end].task == s->steps[start].task)
        end++;
    return end;
}

/* The block from start to end is put at `to` instead, which is outside. */
static void
move(struct attempt *a, size_t start, size_t end, size_t to)
{
    const struct choice *from = a->s->steps;
    struct choice *out = a->steps;

    for (size_t i = 0; i <= a->s->n; i++) {
        if (i == to)
            for (size_t k = start; k < end; k++)
                *out++ = from[k];
        if (i < a->s->n && (i < start || i >= end))
            *out++ = from[i];
    }
}

static bool
move_some_block(struct attempt *a)
{
    const struct session *s = a->s;

    for (size_t start = 0; start < s->n; start = block_end(s, start)) {
        size_t end = block_end(s, start);
        for (size_t to = 0; to <= s->n && may_go_on(a); to++) {
            if (to >= start && to <= end)
                continue;
            move(a, start, end, to);
            if (is_better(a, s->n))
                return true;
        }
    }
    return false;
}

/* Some steps of a block, the first or the last, go to their neighbours. */
static bool
move_part(struct attempt *a)
{
    const struct session *s = a->s;

    for (size_t start = 0; start < s->n; start++)
        for (size_t end = start + 1; end <= block_end(s, start); end++)
            for (size_t to = 0; to <= s->n; to++) {
                bool joins =
                    to > 0 && s->steps[to - 1].task == s->steps[start].task;
                if (!may_go_on(a))
                    return false;
                if ((to >= start && to <= end) || !joins)
                    continue;
                move(a, start, end, to);
                if (is_better(a, s->n))
                    return true;
            }
    return false;
}

/* A livelock goes on forever: the story and the replay have the steps into it. */
static void
find_needed(struct session *s)
{
    s->n_needed = s->n;
    for (size_t n = 1; s->n == STEPS_MAX && n < s->n; n *= 2) {
        session_replay(s, s->steps, n);
        if (engine.fault == s->fault) {
            s->n_needed = n;
            return;
        }
    }
}

void
shorten(struct session *s)
{
    struct attempt a = {.s = s};

    a.steps = malloc((STEPS_MAX + 1) * sizeof(a.steps[0]));
    if (!a.steps)
        die("out of memory");
    quiet_begin();
    while (may_go_on(&a) &&
           (cut_tail(&a) || move_some_block(&a) || move_part(&a)))
        continue;
    find_needed(s);
    quiet_end();
    free(a.steps);
}
