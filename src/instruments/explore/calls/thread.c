/* Threads, and what belongs to one, as the explorer has them.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdio.h>

#include "explore/calls/calls.h"

/* A handle is the task's number plus one: never the zero that means
 * "no thread" in programs that should not do that.
 */
static struct task *
task_of(pthread_t thread)
{
    size_t index = (size_t)thread - 1;

    if (index >= engine.n_tasks)
        engine_fail(FAULT_WRONG, "%s names a thread that there is not",
                    engine.current->name);
    return &engine.tasks[index];
}

int
explore_create(pthread_t *thread, const pthread_attr_t *attributes,
               void *(*body)(void *), void *argument)
{
    const void *site = hooks_site;

    if (!is_explored())
        return hooks_real()->pthread_create(thread, attributes, body, argument);
    struct op op = {.kind = OP_CREATE, .deadline = NEVER, .site = site};
    if (engine.luck.creations && engine_step(op) == VARIANT_FAIL) {
        engine.left.creations--;
        return EAGAIN;
    }
    *thread = (pthread_t)(engine.n_tasks + 1);
    memory_flush_all(engine.current);
    engine_spawn("thread", (unsigned)engine.n_tasks, body, argument);
    return 0;
}

int
explore_join(pthread_t thread, void **result)
{
    const void *site = hooks_site;

    if (!is_explored())
        return hooks_real()->pthread_join(thread, result);
    struct task *t = task_of(thread);
    if (t->joined)
        engine_fail(FAULT_WRONG, "%s joins %s a second time",
                    engine.current->name, t->name);
    t->joined = true;
    engine_step((struct op){
        .kind = OP_JOIN, .deadline = NEVER, .site = site, .target = t->index});
    clocks_join(&engine.current->clocks, &t->clocks);
    if (result)
        *result = t->result;
    return 0;
}

int
explore_detach(pthread_t thread)
{
    if (!is_explored())
        return hooks_real()->pthread_detach(thread);
    task_of(thread)->detached = true;
    return 0;
}

void
explore_exit(void *result)
{
    if (!is_explored())
        hooks_real()->pthread_exit(result);
    engine_end(result);
}

pthread_t
explore_self(void)
{
    if (!is_explored())
        return hooks_real()->pthread_self();
    return (pthread_t)engine.current->index + 1;
}

int
explore_setname(pthread_t thread, const char *name)
{
    if (!is_explored())
        return hooks_real()->pthread_setname_np(thread, name);
    struct task *t = task_of(thread);
    snprintf(t->name, sizeof(t->name), "%s", name);
    return 0;
}

int
explore_once(pthread_once_t *once, void (*body)(void))
{
    const void *site = hooks_site;

    if (!is_explored())
        return hooks_real()->pthread_once(once, body);
    struct object *o = object_at(once, OBJECT_ONCE, site);
    engine_step((struct op){
        .kind = OP_ONCE, .object = o, .deadline = NEVER, .site = site});
    object_check(o);
    memory_acquire(o);
    if (o->value)
        return 0;
    o->owner = (int)engine.current->index;
    body();
    memory_release(o);
    o->owner = NOBODY;
    o->value = 1;
    return 0;
}

/* Keys that were made before the schedules, while the library was loaded, are
 * libc's, and have small numbers; those made in a schedule come behind.
 */
static struct {
    void (*end[KEYS_MAX])(void *);
    pthread_key_t n;
} keys;

void
keys_reset(void)
{
    keys.n = 0;
}

/* Where the thread keeps its value; NULL for a key that there is not. */
static const void **
value_of(pthread_key_t key)
{
    return key < KEYS_MAX + keys.n ? &engine.current->values[key] : NULL;
}

int
explore_key_create(pthread_key_t *key, void (*end)(void *))
{
    if (!is_explored())
        return hooks_real()->pthread_key_create(key, end);
    if (keys.n == KEYS_MAX)
        return EAGAIN;
    keys.end[keys.n] = end;
    *key = KEYS_MAX + keys.n++;
    return 0;
}

int
explore_key_delete(pthread_key_t key)
{
    if (!is_explored())
        return hooks_real()->pthread_key_delete(key);
    if (key < KEYS_MAX || !value_of(key))
        return EINVAL;
    keys.end[key - KEYS_MAX] = NULL;
    return 0;
}

void *
explore_getspecific(pthread_key_t key)
{
    if (!is_explored())
        return hooks_real()->pthread_getspecific(key);
    return value_of(key) ? (void *)*value_of(key) : NULL;
}

int
explore_setspecific(pthread_key_t key, const void *value)
{
    if (!is_explored())
        return hooks_real()->pthread_setspecific(key, value);
    if (!value_of(key))
        return EINVAL;
    *value_of(key) = value;
    return 0;
}

/* What a key is to do with a thread's value when the thread ends. */
void
keys_end(struct task *t)
{
    for (pthread_key_t key = 0; key < keys.n; key++) {
        void *value = (void *)t->values[KEYS_MAX + key];
        t->values[KEYS_MAX + key] = NULL;
        if (value && keys.end[key])
            keys.end[key](value);
    }
}
