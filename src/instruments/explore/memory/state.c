/* The state of the explored program, as numbers.
 * SPDX-License-Identifier: MIT
 */
#include <string.h>

#include "explore/memory/arena.h"
#include "explore/engine/engine.h"
#include "explore/load/module.h"
#include "explore/memory/state.h"

enum { BESIDE_BYTES = 256 };

static uint64_t
mix(uint64_t hash, uint64_t value)
{
    hash = (hash ^ value) * UINT64_C(0x9e3779b97f4a7c15);
    return hash ^ hash >> 29;
}

/* Four words at a time, which need not wait for each other. */
static uint64_t
mix_bytes(uint64_t hash, const char *bytes, size_t n)
{
    uint64_t words[4], lanes[4] = {hash, hash + 1, hash + 2, hash + 3};

    for (; n >= sizeof(words); n -= sizeof(words), bytes += sizeof(words)) {
        memcpy(words, bytes, sizeof(words));
        for (int i = 0; i < 4; i++)
            lanes[i] = mix(lanes[i], words[i]);
    }
    memset(words, 0, sizeof(words));
    memcpy(words, bytes, n);
    for (int i = 0; i < 4; i++)
        hash = mix(mix(hash, lanes[i]), words[i]);
    return hash;
}

/* Of a stack, from there to its oldest frame; nothing of a thread that has not come
 * to a step.
 */
static uint64_t
mix_stack(uint64_t hash, const struct task *t, const char *from)
{
    const char *end = coroutine_stack_end(&t->coroutine);

    if (!from)
        return hash;
    return mix_bytes(hash, from, (size_t)(end - from));
}

static uint64_t
mix_objects(uint64_t hash)
{
    const struct object *o;

    for (size_t i = 0; (o = object_number(i)); i++) {
        hash = mix(hash, (uint64_t)(int64_t)o->owner);
        hash = mix(hash, o->value);
        hash = mix(hash, o->waiters);
        hash = mix(hash, (uint64_t)o->depth << 1 | o->destroyed);
    }
    return hash;
}

/* Of a stack with objects on it, threads share what is at their addresses and
 * beside.
 */
static uint64_t
mix_shared_stack(uint64_t hash, const struct task *t)
{
    const char *end = coroutine_stack_end(&t->coroutine), *from = end;
    const char *start = t->coroutine.stack;
    const struct object *o;

    for (size_t i = 0; (o = object_number(i)); i++) {
        const char *at = o->address;
        if (at > start + BESIDE_BYTES && at < from)
            from = at;
    }
    return from < end ? mix_stack(hash, t, from - BESIDE_BYTES) : hash;
}

uint64_t
state_shared(void)
{
    uint64_t hash = mix_objects(mix(1, engine.n_tasks));

    for (size_t i = 0; i < module_n_globals(); i++) {
        size_t n;
        const char *globals = module_globals(i, &n);
        hash = mix_bytes(hash, globals, n);
    }
    hash = mix_bytes(hash, arena_start(), arena_used());
    for (size_t i = 0; i < engine.n_tasks; i++)
        hash = mix_shared_stack(hash, &engine.tasks[i]);
    return hash;
}

struct state
state_now(void)
{
    uint64_t shared = state_shared();
    uint64_t all = mix(shared, (uint64_t)engine.now_ns);

    for (size_t i = 0; i < engine.n_tasks; i++) {
        const struct task *t = &engine.tasks[i];
        if (!t->ended)
            all = mix_stack(all, t, t->frames);
    }
    all = module_mix_storage(all, mix_bytes);
    return (struct state){shared, all | 1};
}
