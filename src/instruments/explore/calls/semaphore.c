/* The semaphore, as the explorer has it.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>

#include "explore/calls/calls.h"

static struct object *
semaphore_at(sem_t *s, const void *site)
{
    struct object *o = object_at(s, OBJECT_SEMAPHORE, site);

    object_check(o);
    return o;
}

/* Semaphores say their errors in errno. */
static int
result(int error)
{
    if (!error)
        return 0;
    errno = error;
    return -1;
}

int
explore_sem_init(sem_t *s, int shared, unsigned value)
{
    const void *site = hooks_site;

    if (!is_explored())
        return hooks_real()->sem_init(s, shared, value);
    struct object *o = object_at(s, OBJECT_SEMAPHORE, site);
    object_begin(o);
    o->value = value;
    return 0;
}

static bool
waits_for(const struct task *t, const struct object *o)
{
    return t != engine.current && !t->ended && t->next.kind == OP_SEM_WAIT &&
           t->next.object == o;
}

int
explore_sem_destroy(sem_t *s)
{
    const void *site = hooks_site;

    if (!is_explored())
        return hooks_real()->sem_destroy(s);
    struct object *o = semaphore_at(s, site);
    object_end(o, site);
    for (size_t i = 0; i < engine.n_tasks && !o->value; i++)
        if (waits_for(&engine.tasks[i], o))
            engine_fail(FAULT_DESTROYED,
                        "%s destroys a semaphore while %s waits for it",
                        engine.current->name, engine.tasks[i].name);
    return 0;
}

static int
take_one(struct object *o)
{
    memory_flush_all(engine.current);
    memory_acquire(o);
    o->value--;
    return 0;
}

static int
wait_until(sem_t *s, int64_t deadline, const void *site)
{
    struct object *o = semaphore_at(s, site);
    unsigned variant = engine_step((struct op){
        .kind = OP_SEM_WAIT, .object = o, .deadline = deadline, .site = site});

    object_check(o);
    if (variant != VARIANT_TIMEOUT)
        return take_one(o);
    if (engine.now_ns < deadline)
        engine.now_ns = deadline;
    return result(ETIMEDOUT);
}

int
explore_sem_wait(sem_t *s)
{
    const void *site = hooks_site;

    if (!is_explored())
        return hooks_real()->sem_wait(s);
    return wait_until(s, NEVER, site);
}

int
explore_sem_timedwait(sem_t *s, const struct timespec *deadline)
{
    const void *site = hooks_site;

    if (!is_explored())
        return hooks_real()->sem_timedwait(s, deadline);
    return wait_until(s, deadline_ns(CLOCK_REALTIME, deadline), site);
}

int
explore_sem_clockwait(sem_t *s, clockid_t clock,
                      const struct timespec *deadline)
{
    const void *site = hooks_site;

    if (!is_explored())
        return hooks_real()->sem_clockwait(s, clock, deadline);
    return wait_until(s, deadline_ns(clock, deadline), site);
}

int
explore_sem_trywait(sem_t *s)
{
    const void *site = hooks_site;

    if (!is_explored())
        return hooks_real()->sem_trywait(s);
    struct object *o = semaphore_at(s, site);
    engine_step((struct op){
        .kind = OP_SEM_TRY, .object = o, .deadline = NEVER, .site = site});
    object_check(o);
    return o->value ? take_one(o) : result(EAGAIN);
}

int
explore_sem_post(sem_t *s)
{
    const void *site = hooks_site;

    if (!is_explored())
        return hooks_real()->sem_post(s);
    struct object *o = semaphore_at(s, site);
    engine_step((struct op){
        .kind = OP_SEM_POST, .object = o, .deadline = NEVER, .site = site});
    object_check(o);
    memory_flush_all(engine.current);
    memory_release(o);
    o->value++;
    return 0;
}

int
explore_sem_getvalue(sem_t *s, int *value)
{
    const void *site = hooks_site;

    if (!is_explored())
        return hooks_real()->sem_getvalue(s, value);
    struct object *o = semaphore_at(s, site);
    engine_step((struct op){
        .kind = OP_LOAD, .object = o, .deadline = NEVER, .site = site});
    object_check(o);
    *value = (int)o->value;
    return 0;
}
