/* The condition variable, as the explorer has it.
 * SPDX-License-Identifier: MIT
 *
 * How it works: a wait releases the lock and falls asleep as one step.  A
 * signal wakes one of the sleepers, and the search chooses which; a signal
 * that finds no sleeper is lost.  Where some thread tries to lock, a wait is a
 * step, as an unlock is: until then the lock is seen to be held.  A woken
 * thread, for whatever reason, takes the lock at a step of its own: in between
 * another can come first.
 */
#include <errno.h>

#include "explore/calls/calls.h"

static struct object *
condition_at(pthread_cond_t *c, const void *site)
{
    struct object *o = object_at(c, OBJECT_CONDITION, site);

    object_check(o);
    return o;
}

int
explore_cond_init(pthread_cond_t *c, const pthread_condattr_t *attributes)
{
    const void *site = hooks_site;

    if (!is_explored())
        return hooks_real()->pthread_cond_init(c, attributes);
    struct object *o = object_at(c, OBJECT_CONDITION, site);
    object_begin(o);
    o->waiters = 0;
    o->partner = NULL;
    o->clock = CLOCK_REALTIME;
    if (attributes)
        pthread_condattr_getclock(attributes, &o->clock);
    return 0;
}

int
explore_cond_destroy(pthread_cond_t *c)
{
    const void *site = hooks_site;

    if (!is_explored())
        return hooks_real()->pthread_cond_destroy(c);
    struct object *o = condition_at(c, site);
    object_end(o, site);
    if (o->waiters)
        engine_fail(FAULT_DESTROYED,
                    "%s destroys a condition variable while %s waits for it",
                    engine.current->name,
                    engine.tasks[__builtin_ctzll(o->waiters)].name);
    return 0;
}

/* A waiter must hold the lock, and all that wait at once the same one. */
static void
check_discipline(struct object *o, const struct object *lock)
{
    if (lock->owner != (int)engine.current->index)
        engine_fail(FAULT_UNDISCIPLINED,
                    "%s waits for a condition variable without its lock",
                    engine.current->name);
    if (o->waiters && o->partner != lock)
        engine_fail(FAULT_UNDISCIPLINED,
                    "%s waits for a condition variable with another lock than "
                    "%s does",
                    engine.current->name,
                    engine.tasks[__builtin_ctzll(o->waiters)].name);
}

static int
wait_until(pthread_cond_t *c, pthread_mutex_t *mutex, int64_t deadline,
           const void *site)
{
    struct task *t = engine.current;
    struct object *o = condition_at(c, site), *lock = mutex_at(mutex, site);
    struct op op = {.kind = OP_WAIT,
                    .object = o,
                    .lock = lock,
                    .deadline = deadline,
                    .site = site};

    check_discipline(o, lock);
    if (engine.every_step || engine.careful || engine.trylocks)
        engine_step(op);
    else
        engine_pass(op, VARIANT_DONE);
    o->partner = lock;
    o->waiters |= UINT64_C(1) << t->index;
    t->timed_out = false;
    mutex_let_go(lock);
    op.kind = OP_SLEEP;
    engine_step(op);
    object_check(lock);
    mutex_take(lock);
    return t->timed_out ? ETIMEDOUT : 0;
}

int
explore_cond_wait(pthread_cond_t *c, pthread_mutex_t *mutex)
{
    const void *site = hooks_site;

    if (!is_explored())
        return hooks_real()->pthread_cond_wait(c, mutex);
    return wait_until(c, mutex, NEVER, site);
}

int
explore_cond_timedwait(pthread_cond_t *c, pthread_mutex_t *mutex,
                       const struct timespec *deadline)
{
    const void *site = hooks_site;

    if (!is_explored())
        return hooks_real()->pthread_cond_timedwait(c, mutex, deadline);
    clockid_t clock = object_at(c, OBJECT_CONDITION, site)->clock;
    return wait_until(c, mutex, deadline_ns(clock, deadline), site);
}

int
explore_cond_clockwait(pthread_cond_t *c, pthread_mutex_t *mutex,
                       clockid_t clock, const struct timespec *deadline)
{
    const void *site = hooks_site;

    if (!is_explored())
        return hooks_real()->pthread_cond_clockwait(c, mutex, clock, deadline);
    return wait_until(c, mutex, deadline_ns(clock, deadline), site);
}

void
sleep_over(struct object *o, unsigned task)
{
    struct op *next = &engine.tasks[task].next;

    o->waiters &= ~(UINT64_C(1) << task);
    next->kind = next->lock ? OP_RELOCK : OP_POINT;
    if (next->lock)
        next->object = next->lock;
    next->lock = NULL;
    engine.tasks[task].woken_by = (uint32_t)engine.n_steps;
}

/* A thread that holds the waiters' lock can signal at any moment before the
 * unlock: no thread sees the difference.  A signal without the lock can be late
 * or early, and then each wait and each signal has to be a step of its own.
 */
static void
note_discipline(const struct object *o)
{
    const struct task *t = engine.current;
    bool disciplined =
        o->partner ? o->partner->owner == (int)t->index : t->n_held > 0;

    if (!disciplined)
        engine.undisciplined = true;
}

int
explore_cond_signal(pthread_cond_t *c)
{
    const void *site = hooks_site;

    if (!is_explored())
        return hooks_real()->pthread_cond_signal(c);
    struct object *o = condition_at(c, site);
    struct op op = {.kind = OP_SIGNAL,
                    .object = o,
                    .deadline = NEVER,
                    .site = site};
    unsigned woken = o->waiters ? (unsigned)__builtin_ctzll(o->waiters) : 0;

    note_discipline(o);
    if (engine.every_step || engine.careful ||
        __builtin_popcountll(o->waiters) > 1)
        woken = engine_step(op);
    else
        engine_pass(op, woken);
    object_check(o);
    if (o->waiters >> woken & 1)
        sleep_over(o, woken);
    return 0;
}

int
explore_cond_broadcast(pthread_cond_t *c)
{
    const void *site = hooks_site;

    if (!is_explored())
        return hooks_real()->pthread_cond_broadcast(c);
    struct object *o = condition_at(c, site);
    struct op op = {.kind = OP_BROADCAST,
                    .object = o,
                    .deadline = NEVER,
                    .site = site};

    note_discipline(o);
    if (engine.every_step || engine.careful)
        engine_step(op);
    else
        engine_pass(op, VARIANT_DONE);
    object_check(o);
    while (o->waiters)
        sleep_over(o, (unsigned)__builtin_ctzll(o->waiters));
    return 0;
}
