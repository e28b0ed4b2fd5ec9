/* The read-write lock, as the explorer has it.
 * SPDX-License-Identifier: MIT
 */
#include "explore/calls/calls.h"

static struct object *
rwlock_at(pthread_rwlock_t *lock, const void *site)
{
    struct object *o = object_at(lock, OBJECT_RWLOCK, site);

    object_check(o);
    return o;
}

int
explore_rwlock_init(pthread_rwlock_t *lock,
                    const pthread_rwlockattr_t *attributes)
{
    const void *site = hooks_site;

    if (!is_explored())
        return hooks_real()->pthread_rwlock_init(lock, attributes);
    struct object *o = object_at(lock, OBJECT_RWLOCK, site);
    object_begin(o);
    o->owner = NOBODY;
    o->depth = 0;
    return 0;
}

int
explore_rwlock_destroy(pthread_rwlock_t *lock)
{
    const void *site = hooks_site;

    if (!is_explored())
        return hooks_real()->pthread_rwlock_destroy(lock);
    struct object *o = rwlock_at(lock, site);
    object_end(o, site);
    if (o->owner != NOBODY || o->depth)
        engine_fail(FAULT_DESTROYED, "%s destroys a read-write lock in use",
                    engine.current->name);
    return 0;
}

int
explore_rwlock_rdlock(pthread_rwlock_t *lock)
{
    const void *site = hooks_site;

    if (!is_explored())
        return hooks_real()->pthread_rwlock_rdlock(lock);
    struct object *o = rwlock_at(lock, site);
    engine_step((struct op){
        .kind = OP_READLOCK, .object = o, .deadline = NEVER, .site = site});
    object_check(o);
    o->depth++;
    engine.current->n_reading++;
    memory_acquire(o);
    return 0;
}

int
explore_rwlock_wrlock(pthread_rwlock_t *lock)
{
    const void *site = hooks_site;

    if (!is_explored())
        return hooks_real()->pthread_rwlock_wrlock(lock);
    struct object *o = rwlock_at(lock, site);
    engine_step((struct op){
        .kind = OP_LOCK, .object = o, .deadline = NEVER, .site = site});
    object_check(o);
    o->owner = (int)engine.current->index;
    engine.current->n_reading++;
    memory_writer_acquire(o);
    return 0;
}

int
explore_rwlock_unlock(pthread_rwlock_t *lock)
{
    const void *site = hooks_site;

    if (!is_explored())
        return hooks_real()->pthread_rwlock_unlock(lock);
    struct object *o = rwlock_at(lock, site);
    if (o->owner != (int)engine.current->index && !o->depth)
        engine_fail(FAULT_UNDISCIPLINED,
                    "%s unlocks a read-write lock that no thread holds",
                    engine.current->name);
    object_unlock(o, site);
    engine.current->n_reading -= engine.current->n_reading > 0;
    memory_flush_all(engine.current);
    if (o->owner == (int)engine.current->index) {
        memory_release(o);
        o->owner = NOBODY;
    } else {
        memory_reader_release(o);
        o->depth--;
    }
    return 0;
}
