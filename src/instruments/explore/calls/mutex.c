/* The mutex, as the explorer has them.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>

#include "explore/calls/calls.h"
#include "explore/oracles/findings.h"

void
object_check(const struct object *o)
{
    const struct arena_block *block = arena_freed_at(o->address);

    if (o->destroyed)
        engine_fail(FAULT_DESTROYED, "%s uses a %s that was destroyed",
                    engine.current->name, object_kind_name(o->kind));
    if (block)
        engine_fail(FAULT_DESTROYED, "%s uses a %s in memory that was freed",
                    engine.current->name, object_kind_name(o->kind));
}

/* A mutex that is set up by its declaration says its type itself. */
struct object *
mutex_at(pthread_mutex_t *mutex, const void *site)
{
    struct object *o = object_known(mutex, OBJECT_MUTEX);

    if (!o) {
        o = object_at(mutex, OBJECT_MUTEX, site);
        o->type = (unsigned)mutex->__data.__kind & 3u;
    }
    object_check(o);
    return o;
}

void
mutex_take(struct object *mutex)
{
    mutex->owner = (int)engine.current->index;
    mutex->depth++;
    engine.current->n_held++;
    memory_acquire(mutex);
}

void
mutex_let_go(struct object *mutex)
{
    engine.current->n_held--;
    if (--mutex->depth)
        return;
    memory_flush_all(engine.current);
    memory_release(mutex);
    mutex->owner = NOBODY;
}

int
explore_mutex_init(pthread_mutex_t *mutex,
                   const pthread_mutexattr_t *attributes)
{
    const void *site = hooks_site;
    int type = PTHREAD_MUTEX_NORMAL;

    if (!is_explored())
        return hooks_real()->pthread_mutex_init(mutex, attributes);
    if (attributes)
        pthread_mutexattr_gettype(attributes, &type);
    struct object *o = object_at(mutex, OBJECT_MUTEX, site);
    object_begin(o);
    o->owner = NOBODY;
    o->depth = 0;
    o->type = (unsigned)type;
    return 0;
}

static void
destroy_held(struct object *mutex, const void *site)
{
    static const char words[] = "%s destroys a mutex that %s holds";
    struct task *holder = &engine.tasks[mutex->owner];

    if (!findings_report(REPORT_DESTROYED_HELD, FAULT_DESTROYED, site, NULL,
                         words, engine.current->name, holder->name))
        engine_fail(FAULT_DESTROYED, words, engine.current->name, holder->name);
    holder->n_held -= mutex->depth;
    mutex->owner = NOBODY;
    mutex->depth = 0;
}

int
explore_mutex_destroy(pthread_mutex_t *mutex)
{
    const void *site = hooks_site;

    if (!is_explored())
        return hooks_real()->pthread_mutex_destroy(mutex);
    struct object *o = mutex_at(mutex, site);
    object_end(o, site);
    if (o->owner != NOBODY)
        destroy_held(o, site);
    return 0;
}

static int
lock_until(pthread_mutex_t *mutex, int64_t deadline, const void *site)
{
    struct object *o = mutex_at(mutex, site);
    unsigned variant = engine_step((struct op){
        .kind = OP_LOCK, .object = o, .deadline = deadline, .site = site});

    object_check(o);
    if (variant == VARIANT_TIMEOUT) {
        if (engine.now_ns < deadline)
            engine.now_ns = deadline;
        return ETIMEDOUT;
    }
    if (o->owner != NOBODY && o->type != PTHREAD_MUTEX_RECURSIVE)
        return EDEADLK;
    mutex_take(o);
    return 0;
}

int
explore_mutex_lock(pthread_mutex_t *mutex)
{
    const void *site = hooks_site;

    if (!is_explored())
        return hooks_real()->pthread_mutex_lock(mutex);
    return lock_until(mutex, NEVER, site);
}

int
explore_mutex_clocklock(pthread_mutex_t *mutex, clockid_t clock,
                        const struct timespec *deadline)
{
    const void *site = hooks_site;

    if (!is_explored())
        return hooks_real()->pthread_mutex_clocklock(mutex, clock, deadline);
    return lock_until(mutex, deadline_ns(clock, deadline), site);
}

int
explore_mutex_timedlock(pthread_mutex_t *mutex, const struct timespec *deadline)
{
    const void *site = hooks_site;

    if (!is_explored())
        return hooks_real()->pthread_mutex_timedlock(mutex, deadline);
    return lock_until(mutex, deadline_ns(CLOCK_REALTIME, deadline), site);
}

int
explore_mutex_trylock(pthread_mutex_t *mutex)
{
    const void *site = hooks_site;

    if (!is_explored())
        return hooks_real()->pthread_mutex_trylock(mutex);
    struct object *o = mutex_at(mutex, site);
    engine_step((struct op){
        .kind = OP_TRYLOCK, .object = o, .deadline = NEVER, .site = site});
    object_check(o);
    if (o->owner != NOBODY && !(o->owner == (int)engine.current->index &&
                                o->type == PTHREAD_MUTEX_RECURSIVE))
        return EBUSY;
    mutex_take(o);
    return 0;
}

/* An unlock lets others go on and hinders none, so there is no need to try what
 * happens when it comes later; unless a thread tries to lock, and sees the
 * difference.
 */
int
explore_mutex_unlock(pthread_mutex_t *mutex)
{
    const void *site = hooks_site;

    if (!is_explored())
        return hooks_real()->pthread_mutex_unlock(mutex);
    struct object *o = mutex_at(mutex, site);

    if (o->owner != (int)engine.current->index)
        engine_fail(FAULT_UNDISCIPLINED,
                    "%s unlocks a mutex that it does not hold",
                    engine.current->name);
    object_unlock(o, site);
    mutex_let_go(o);
    return 0;
}
