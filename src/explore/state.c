/* The state of the explored program, as numbers.
 * SPDX-License-Identifier: MIT
 */
#include <string.h>

#include "explore/arena.h"
#include "explore/engine.h"
#include "explore/module.h"
#include "explore/state.h"

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

/* From where the task stands to its oldest frame. */
static uint64_t
mix_stack(uint64_t hash, const struct task *t, const char *from)
{
    const char *end = coroutine_stack_end(&t->coroutine);

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

static uint64_t
mix_shared(uint64_t hash)
{
    hash = mix_objects(mix(hash, engine.n_tasks));
    for (size_t i = 0; i < module_n_globals(); i++) {
        size_t n;
        const char *globals = module_globals(i, &n);
        hash = mix_bytes(hash, globals, n);
    }
    hash = mix_bytes(hash, arena_start(), arena_used());
    for (size_t i = 0; i < engine.n_tasks; i++) {
        const struct task *t = &engine.tasks[i];
        if (t != engine.current && !t->ended)
            hash = mix_stack(hash, t, t->coroutine.stack_pointer);
    }
    return hash;
}

/* The registers that a call must preserve are on the stack by then, where the
 * functions in between have put them, or here.
 */
__attribute__((noinline)) struct state
state_now(void)
{
    __builtin_unwind_init();
    uint64_t shared = mix_shared(1);
    uint64_t own = mix(shared, (uint64_t)engine.now_ns);

    own = module_mix_storage(own, mix_bytes);
    own = mix_stack(own, engine.current, __builtin_frame_address(0));
    return (struct state){shared, own | 1};
}
