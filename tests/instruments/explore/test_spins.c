/* Loops that look again: those that end, and those that do not.
 * SPDX-License-Identifier: MIT
 */
#include <pthread.h>
#include <sched.h>
#include <semaphore.h>
#include <stdatomic.h>

#include "array_len.h"
#include "clock.h"
#include "explore/memory/word.h"
#include "rig.h"
#include "test.h"

static int word, next_ticket, serving, n_inside, n_through;
static bool flag;
static pthread_mutex_t lock;
static pthread_cond_t rung;

/* Each access of a word has a site, by which a loop is known. */
static const char sites[16];
#define WORD(object)                                                           \
    ((struct word){&(object), sizeof(object), &sites[__COUNTER__]})

static uint64_t
replace(uint64_t value, uint64_t operand)
{
    (void)value;
    return operand;
}

static uint64_t
add(uint64_t value, uint64_t operand)
{
    return value + operand;
}

static void
take_by_exchange(void)
{
    while (word_change(WORD(word), 1, memory_order_acquire, replace))
        continue;
}

static void
take_by_compare(void)
{
    uint64_t free;

    do
        free = 0;
    while (!word_compare_exchange(WORD(word), &free, 1, memory_order_acquire,
                                  memory_order_relaxed));
}

static void
give_back(void)
{
    word_store(WORD(word), 0, memory_order_release);
}

static void
take_a_ticket(void)
{
    uint64_t mine =
        word_change(WORD(next_ticket), 1, memory_order_relaxed, add);

    while (word_load(WORD(serving), memory_order_acquire) != mine)
        continue;
}

static void
serve_the_next(void)
{
    uint64_t now = word_load(WORD(serving), memory_order_relaxed);

    word_store(WORD(serving), now + 1, memory_order_release);
}

static const struct spin_lock {
    const char *name;
    void (*take)(void), (*give_back)(void);
} spin_locks[] = {{"exchange", take_by_exchange, give_back},
                  {"compare and exchange", take_by_compare, give_back},
                  {"tickets", take_a_ticket, serve_the_next}};

static const struct spin_lock *used;

static void *
go_through(void *nothing)
{
    used->take();
    n_inside++;
    check(n_inside == 1, "%d inside", n_inside);
    step_alone();
    n_inside--;
    n_through++;
    used->give_back();
    return nothing;
}

/* Polls with the lock, a look a turn, as a queue over a spin lock does. */
static void *
look_until_all_are_through(void *nothing)
{
    for (bool all = false; !all;) {
        used->take();
        all = n_through == 2;
        used->give_back();
        if (!all)
            sched_yield();
    }
    return nothing;
}

static void *
three_and_a_spin_lock(void *nothing)
{
    word = next_ticket = serving = n_inside = n_through = 0;
    engine_spawn("one", 0, go_through, NULL);
    engine_spawn("two", 0, go_through, NULL);
    engine_spawn("looks", 0, look_until_all_are_through, NULL);
    return nothing;
}

TEST(spins, of_a_spin_lock_are_no_livelock)
{
    engine.buffers = true;
    for (size_t i = 0; i < ARRAY_LEN(spin_locks); i++) {
        used = &spin_locks[i];
        struct session s =
            explored(SEARCH_BOUNDED, 2, three_and_a_spin_lock, NULL);
        check(s.complete && !s.fault, "%s: %s", used->name, s.why);
        check(s.n_runs > 10, "%s: %d runs", used->name, (int)s.n_runs);
        session_end(&s);
    }
}

static void *
look_a_hundred_times(void *nothing)
{
    for (int i = 0; i < 100 && !flag; i++)
        sched_yield();
    return nothing;
}

static void *
two_who_give_up(void *nothing)
{
    flag = false;
    engine_spawn("looks", 0, look_a_hundred_times, NULL);
    engine_spawn("looks too", 0, look_a_hundred_times, NULL);
    return nothing;
}

TEST(spins, that_end_by_themselves_are_no_livelock)
{
    struct session s = explored(SEARCH_BOUNDED, 2, two_who_give_up, NULL);

    check(s.complete && !s.fault, "%s", s.why);
    session_end(&s);
}

static void *
look_for_ever(void *nothing)
{
    while (!flag)
        sched_yield();
    return nothing;
}

static void *
two_who_do_not(void *nothing)
{
    flag = false;
    engine_spawn("looks", 0, look_for_ever, NULL);
    engine_spawn("looks too", 0, look_for_ever, NULL);
    return nothing;
}

/* Hundreds of looks show that it is one, and the story has but the first. */
TEST(spins, that_do_not_end_are_told_in_a_few_steps)
{
    struct session s = explored(SEARCH_BOUNDED, 2, two_who_do_not, NULL);

    check(s.fault == FAULT_LIVELOCK && s.n < 20, "%s after %zu steps",
          fault_name(s.fault), s.n);
    session_replay(&s, s.steps, s.n);
    check(engine.fault == FAULT_LIVELOCK && engine.n_steps == s.n,
          "then %zu steps", engine.n_steps);
    session_end(&s);
}

static void *
step_for_ever(void *nothing)
{
    for (;;)
        step_alone();
    return nothing;
}

static void *
two_that_step(void *nothing)
{
    engine_spawn("steps", 0, step_for_ever, NULL);
    engine_spawn("steps too", 0, step_for_ever, NULL);
    return nothing;
}

/* A search has room for STEPS_MAX choices, and is asked for no more. */
TEST(spins, that_reach_the_last_step_stay_inside_each_search)
{
    for (enum search_kind k = SEARCH_BOUNDED; k <= SEARCH_PCT; k++) {
        struct session s = explored(k, 2, two_that_step, NULL);
        check(s.fault && s.n == STEPS_MAX, "search %d: %zu steps", (int)k, s.n);
        session_end(&s);
    }
}

static void *
wait_again_and_again(void *nothing)
{
    pthread_mutex_lock(&lock);
    while (!flag) {
        struct timespec soon = clock_timespec(engine.now_ns + NS_PER_MS);
        pthread_cond_timedwait(&rung, &lock, &soon);
    }
    pthread_mutex_unlock(&lock);
    return nothing;
}

static void *
set_and_do_not_ring(void *nothing)
{
    pthread_mutex_lock(&lock);
    flag = true;
    pthread_mutex_unlock(&lock);
    return nothing;
}

static void *
periodic(void *nothing)
{
    pthread_condattr_t monotonic;

    flag = false;
    pthread_mutex_init(&lock, NULL);
    pthread_condattr_init(&monotonic);
    pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC);
    pthread_cond_init(&rung, &monotonic);
    pthread_condattr_destroy(&monotonic);
    engine_spawn("waits", 0, wait_again_and_again, NULL);
    engine_spawn("sets", 0, set_and_do_not_ring, NULL);
    return nothing;
}

TEST(spins, of_sleeps_that_time_ends_let_others_run)
{
    struct session s = explored(SEARCH_BOUNDED, -1, periodic, NULL);

    check(s.complete && !s.fault, "%s", s.why);
    session_end(&s);
}

/* What can be had at once is had, whatever the deadline (POSIX). */
static void *
have_at_once(void *nothing)
{
    static const struct timespec past = {1, 0};
    sem_t one;

    sem_init(&one, 0, 1);
    pthread_mutex_init(&lock, NULL);
    check(sem_clockwait(&one, CLOCK_MONOTONIC, &past) == 0, "the semaphore");
    check(sem_clockwait(&one, CLOCK_MONOTONIC, &past) == -1, "none is left");
    check(pthread_mutex_clocklock(&lock, CLOCK_MONOTONIC, &past) == 0, "lock");
    pthread_mutex_unlock(&lock);
    return nothing;
}

TEST(spins, are_not_needed_for_what_is_there_whatever_the_deadline)
{
    struct session s = explored(SEARCH_BOUNDED, -1, have_at_once, NULL);

    check(s.complete && !s.fault, "%s", s.why);
    session_end(&s);
}
