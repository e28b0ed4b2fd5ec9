/* Atomic words, as the threads of a schedule see them.
 * SPDX-License-Identifier: MIT
 */
#include <stdatomic.h>

#include "explore/calls/calls.h"
#include "explore/memory/word.h"

static bool
acquires(int order)
{
    return order != memory_order_relaxed && order != memory_order_release;
}

static bool
releases(int order)
{
    return order >= memory_order_release;
}

static struct object *
step(enum op_kind kind, struct word w)
{
    struct object *o = object_at((void *)w.address, OBJECT_WORD, w.site);

    engine_step((struct op){
        .kind = kind, .object = o, .deadline = NEVER, .site = w.site});
    memory_atomic((void *)w.address, w.bytes, kind != OP_LOAD, w.site);
    return o;
}

/* A thread that reads the same again, and nothing has changed, rests. */
uint64_t
word_load(struct word w, int order)
{
    struct object *o = object_at((void *)w.address, OBJECT_WORD, w.site);

    if (looks_spins(engine.current, o, w.site))
        explore_rest(engine.now_ns, w.site);
    step(OP_LOAD, w);
    memory_heard(o, acquires(order));
    return memory_value((void *)w.address, w.bytes);
}

static void
write_word(struct object *o, struct word w, uint64_t value)
{
    memory_write((void *)w.address, w.bytes, value);
    o->changes++;
}

/* A change that would leave the word as it is only reads. */
static struct object *
try_step(struct word w, bool would_change)
{
    struct object *o = object_at((void *)w.address, OBJECT_WORD, w.site);

    if (!would_change && looks_spins(engine.current, o, w.site))
        explore_rest(engine.now_ns, w.site);
    return step(OP_CHANGE, w);
}

/* One that is not sequentially consistent goes into the store buffer, and is
 * no step before it leaves it.
 */
void
word_store(struct word w, uint64_t value, int order)
{
    if (engine.buffers && order != memory_order_seq_cst) {
        struct object *o = object_at((void *)w.address, OBJECT_WORD, w.site);
        memory_atomic((void *)w.address, w.bytes, true, w.site);
        memory_buffer(o, w.bytes, value, releases(order));
        return;
    }
    struct object *o = step(OP_STORE, w);
    memory_tell(o, releases(order));
    write_word(o, w, value);
}

static void
synchronise(struct object *o, int order)
{
    memory_heard(o, acquires(order));
    if (releases(order))
        memory_release(o);
}

uint64_t
word_change(struct word w, uint64_t operand, int order,
            uint64_t (*change)(uint64_t value, uint64_t operand))
{
    uint64_t old = memory_value((void *)w.address, w.bytes);
    struct object *o = try_step(w, change(old, operand) != old);

    old = memory_value((void *)w.address, w.bytes);
    uint64_t value = change(old, operand);
    synchronise(o, order);
    if (value == old)
        return old;
    write_word(o, w, value);
    looks_changed(engine.current);
    return old;
}

bool
word_compare_exchange(struct word w, uint64_t *expected, uint64_t desired,
                      int order, int order_if_not)
{
    uint64_t old = memory_value((void *)w.address, w.bytes);
    struct object *o = try_step(w, old == *expected && old != desired);

    old = memory_value((void *)w.address, w.bytes);
    if (old != *expected) {
        *expected = old;
        memory_heard(o, acquires(order_if_not));
        return false;
    }
    synchronise(o, order);
    if (desired == old)
        return true;
    write_word(o, w, desired);
    looks_changed(engine.current);
    return true;
}

/* A sequentially consistent one waits until the store buffer is empty. */
void
word_fence(int order, const void *site)
{
    if (order == memory_order_seq_cst)
        engine_step(
            (struct op){.kind = OP_FENCE, .deadline = NEVER, .site = site});
    memory_fence(acquires(order), releases(order));
}
