/* Faults that are planted in tiny programs, and must be found.
 * SPDX-License-Identifier: MIT
 */
#include <linux/futex.h>
#include <pthread.h>
#include <sched.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "array_len.h"
#include "explore/rig.h"
#include "test.h"

static pthread_mutex_t a, b;
static pthread_cond_t rung;
static bool flag;

static void *
lock_a_then_b(void *nothing)
{
    pthread_mutex_lock(&a);
    pthread_mutex_lock(&b);
    pthread_mutex_unlock(&b);
    pthread_mutex_unlock(&a);
    return nothing;
}

static void *
lock_b_then_a(void *nothing)
{
    pthread_mutex_lock(&b);
    pthread_mutex_lock(&a);
    pthread_mutex_unlock(&a);
    pthread_mutex_unlock(&b);
    return nothing;
}

static void *
crossed(void *nothing)
{
    engine_spawn("ab", 0, lock_a_then_b, NULL);
    engine_spawn("ba", 0, lock_b_then_a, NULL);
    return nothing;
}

/* The signal comes without the lock, and perhaps too early. */
static void *
ring_unlocked(void *nothing)
{
    step_alone();
    flag = true;
    pthread_cond_signal(&rung);
    return nothing;
}

static void *
wait_once(void *nothing)
{
    pthread_mutex_lock(&a);
    if (!flag)
        pthread_cond_wait(&rung, &a);
    pthread_mutex_unlock(&a);
    return nothing;
}

static void *
lost_wakeup(void *nothing)
{
    flag = false;
    engine_spawn("waits", 0, wait_once, NULL);
    engine_spawn("rings", 0, ring_unlocked, NULL);
    return nothing;
}

static void *
yield_for_ever(void *nothing)
{
    for (;;)
        sched_yield();
    return nothing;
}

static void *
lookers(void *nothing)
{
    engine_spawn("looks", 0, yield_for_ever, NULL);
    engine_spawn("looks too", 0, yield_for_ever, NULL);
    return nothing;
}

static void *
wait_unlocked(void *nothing)
{
    pthread_cond_wait(&rung, &a);
    return nothing;
}

static void *
unlock_unlocked(void *nothing)
{
    pthread_mutex_unlock(&a);
    return nothing;
}

static void *
destroy_locked(void *nothing)
{
    pthread_mutex_lock(&a);
    pthread_mutex_destroy(&a);
    return nothing;
}

static void *
use_destroyed(void *nothing)
{
    pthread_mutex_destroy(&a);
    pthread_mutex_lock(&a);
    return nothing;
}

static void *
abort_at_once(void *nothing)
{
    (void)nothing;
    abort();
}

static void *
lock_twice(void *nothing)
{
    pthread_mutex_lock(&a);
    pthread_mutex_lock(&a);
    return nothing;
}

static const struct planted {
    const char *name;
    void *(*root)(void *nothing);
    enum fault_kind fault;
} planted[] = {
    {"locks crossed", crossed, FAULT_DEADLOCK},
    {"a lock taken twice", lock_twice, FAULT_DEADLOCK},
    {"a wake-up lost", lost_wakeup, FAULT_DEADLOCK},
    {"two that look", lookers, FAULT_LIVELOCK},
    {"a wait without the lock", wait_unlocked, FAULT_UNDISCIPLINED},
    {"an unlock without the lock", unlock_unlocked, FAULT_UNDISCIPLINED},
    {"a lock destroyed while held", destroy_locked, FAULT_DESTROYED},
    {"a destroyed lock", use_destroyed, FAULT_DESTROYED},
    {"an abort", abort_at_once, FAULT_CRASH},
};

static void
find_all(enum search_kind kind, int preemptions)
{
    for (size_t i = 0; i < ARRAY_LEN(planted); i++) {
        const struct planted *p = &planted[i];
        struct session s = explored(kind, preemptions, p->root, NULL);
        check(s.fault == p->fault, "%s: %s: %s", p->name, fault_name(s.fault),
              s.why);
        session_end(&s);
    }
}

TEST(explore, finds_planted_faults_with_two_preemptions)
{
    find_all(SEARCH_BOUNDED, 2);
}

TEST(explore, finds_planted_faults_with_reduction)
{
    find_all(SEARCH_REDUCED, 0);
}

TEST(explore, finds_planted_faults_at_random)
{
    find_all(SEARCH_RANDOM, 0);
}

TEST(explore, finds_planted_faults_by_priorities)
{
    find_all(SEARCH_PCT, 0);
}

/* Two locks in one order are no deadlock, however the threads come. */
static void *
in_one_order(void *nothing)
{
    engine_spawn("ab", 0, lock_a_then_b, NULL);
    engine_spawn("ab too", 0, lock_a_then_b, NULL);
    return nothing;
}

TEST(explore, reports_nothing_where_nothing_is_wrong)
{
    struct session s = explored(SEARCH_BOUNDED, -1, in_one_order, NULL);

    check(s.complete && !s.fault, "%s", s.why);
    session_end(&s);
}

/* Requeue: it would be a wait that nobody ends, if it were taken for nothing. */
static void *
requeue(void *nothing)
{
    static uint32_t from, to;

    syscall(SYS_futex, &from, FUTEX_CMP_REQUEUE, 1, 1, &to, 0);
    return nothing;
}

TEST(explore, refuses_futex_calls_that_it_has_not_got)
{
    struct session s = explored(SEARCH_BOUNDED, 2, requeue, NULL);

    check(engine.unseen, "%s: %s", fault_name(s.fault), s.why);
    session_end(&s);
}

TEST(explore, replays_a_fault_step_by_step)
{
    struct session s = explored(SEARCH_BOUNDED, 2, crossed, NULL);

    check(s.fault == FAULT_DEADLOCK, "%s", s.why);
    for (int i = 0; i < 3; i++) {
        session_replay(&s, s.steps, s.n);
        check(engine.fault == s.fault && engine.n_steps == s.n,
              "another time it was %s after %zu steps",
              fault_name(engine.fault), engine.n_steps);
    }
    session_end(&s);
}
