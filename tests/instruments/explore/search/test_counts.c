/* The explorer counted: as many schedules as mathematics says there are.
 * SPDX-License-Identifier: MIT
 */
#include "array_len.h"
#include "explore/rig.h"
#include "test.h"

/* n threads that make k steps each, alone or all at one object. */
struct threads {
    unsigned n, k;
    bool together;
    uint64_t multinomial; /* (n k)! / (k!)^n */
};

static const struct threads cases[] = {
    {1, 5, false, 1},    {2, 1, false, 2},   {2, 3, false, 20},
    {2, 6, false, 924},  {3, 2, false, 90},  {3, 3, false, 1680},
    {4, 2, false, 2520}, {5, 1, false, 120},
};

static void *
make_steps(void *argument)
{
    const struct threads *t = argument;

    for (unsigned i = 0; i < t->k; i++)
        if (t->together)
            step_at(cases);
        else
            step_alone();
    return NULL;
}

static void *
start(void *argument)
{
    const struct threads *t = argument;

    for (unsigned i = 0; i < t->n; i++)
        engine_spawn("stepper", 0, make_steps, argument);
    return NULL;
}

TEST(explore, runs_every_interleaving_exactly_once)
{
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct threads t = cases[i];
        struct session s = explored(SEARCH_BOUNDED, -1, start, &t);
        check(s.complete && s.n_runs == t.multinomial,
              "%u threads x %u steps: %lu schedules, not %lu", t.n, t.k,
              (unsigned long)s.n_runs, (unsigned long)t.multinomial);
        session_end(&s);
    }
}

TEST(explore, reduces_independent_steps_to_one_schedule)
{
    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct threads t = cases[i];
        struct session s = explored(SEARCH_REDUCED, 0, start, &t);
        check(s.complete && s.n_runs == 1, "%u threads x %u steps: %lu", t.n,
              t.k, (unsigned long)s.n_runs);
        session_end(&s);
    }
}

TEST(explore, reduces_nothing_where_all_steps_depend)
{
    for (size_t i = 0; i + 1 < ARRAY_LEN(cases); i++) {
        struct threads t = cases[i];
        t.together = true;
        struct session s = explored(SEARCH_REDUCED, 0, start, &t);
        check(s.complete && s.n_runs == t.multinomial,
              "%u threads x %u steps: %lu, not %lu", t.n, t.k,
              (unsigned long)s.n_runs, (unsigned long)t.multinomial);
        session_end(&s);
    }
}

/* Without a preemption a thread that has started runs to its end: the
 * threads can only take turns, in n! orders.
 */
TEST(explore, without_preemptions_lets_threads_take_turns)
{
    static const uint64_t orders[] = {1, 1, 2, 6, 24, 120};

    for (size_t i = 0; i < ARRAY_LEN(cases); i++) {
        struct threads t = cases[i];
        struct session s = explored(SEARCH_BOUNDED, 0, start, &t);
        check(s.complete && s.n_runs == orders[t.n], "%u threads: %lu", t.n,
              (unsigned long)s.n_runs);
        session_end(&s);
    }
}

/* Two threads of k steps, one of which is interrupted once, after 1 to k - 1
 * of them: 2 orders without, and (k - 1) more for each.
 */
TEST(explore, with_one_preemption_interrupts_once)
{
    for (unsigned k = 1; k < 8; k++) {
        struct threads t = {2, k, false, 0};
        struct session s = explored(SEARCH_BOUNDED, 1, start, &t);
        check(s.n_runs == 2 + 2 * (k - 1), "%u steps: %lu", k,
              (unsigned long)s.n_runs);
        session_end(&s);
    }
}

TEST(explore, draws_as_many_schedules_as_asked_for)
{
    struct threads t = {3, 3, false, 0};
    struct session s = explored(SEARCH_RANDOM, 0, start, &t);

    check(s.n_runs == s.n_schedules, "%lu", (unsigned long)s.n_runs);
    session_end(&s);
    s = explored(SEARCH_PCT, 0, start, &t);
    check(s.n_runs == s.n_schedules, "%lu", (unsigned long)s.n_runs);
    session_end(&s);
}
