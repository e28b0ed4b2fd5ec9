/* What threads see of each other's memory: knowledge, and store buffers.
 * SPDX-License-Identifier: MIT
 */
#include <string.h>

#include "die.h"
#include "explore/engine/engine.h"
#include "explore/memory/memory.h"
#include "explore/oracles/unseen.h"

enum { STORES_MAX = 16 };

/* What a task has heard and not yet learnt, what it knew at its last release
 * fence, and the stores that have not left it.
 */
static struct view {
    struct clocks heard, fenced;
    struct store {
        struct object *object;
        unsigned bytes;
        uint64_t value;
        bool in_look; /* made in a look that was so far as the one before */
        struct clocks told;
    } stores[STORES_MAX];
    size_t n;
} views[TASKS_MAX];

static struct view *
own_view(void)
{
    return &views[engine.current->index];
}

void
memory_acquire(const struct object *o)
{
    clocks_join(&engine.current->clocks, &o->sync);
}

/* What the task does from now on is new to threads that learn this. */
void
memory_release(struct object *o)
{
    struct task *t = engine.current;

    unseen_look();
    clocks_join(&o->sync, &t->clocks);
    t->clocks.of[t->index]++;
}

void
memory_reader_release(struct object *o)
{
    struct task *t = engine.current;

    unseen_look();
    clocks_join(&o->readers, &t->clocks);
    t->clocks.of[t->index]++;
}

void
memory_writer_acquire(const struct object *o)
{
    memory_acquire(o);
    clocks_join(&engine.current->clocks, &o->readers);
}

void
memory_heard(const struct object *o, bool acquires)
{
    if (acquires)
        memory_acquire(o);
    else
        clocks_join(&own_view()->heard, &o->sync);
}

/* A store begins anew: what others released before is not passed on. */
void
memory_tell(struct object *o, bool releases)
{
    o->sync = own_view()->fenced;
    if (releases)
        memory_release(o);
}

void
memory_fence(bool acquires, bool releases)
{
    struct task *t = engine.current;

    if (acquires)
        clocks_join(&t->clocks, &own_view()->heard);
    if (releases) {
        own_view()->fenced = t->clocks;
        t->clocks.of[t->index]++;
    }
}

static uint64_t
read_bytes(const void *address, unsigned bytes)
{
    uint64_t value = 0;

    memcpy(&value, address, bytes);
    return value;
}

void
memory_write(void *address, unsigned bytes, uint64_t value)
{
    unseen_note(address, bytes);
    memcpy(address, &value, bytes);
}

/* A thread sees its own stores at once, the youngest of them. */
uint64_t
memory_value(const void *address, unsigned bytes)
{
    const struct view *v = own_view();

    for (size_t i = v->n; i-- > 0;)
        if (v->stores[i].object->address == address)
            return v->stores[i].value;
    return read_bytes(address, bytes);
}

void
memory_buffer(struct object *o, unsigned bytes, uint64_t value, bool releases)
{
    struct view *v = own_view();

    if (v->n == STORES_MAX)
        memory_flush_one(engine.current);
    struct store *store = &v->stores[v->n++];
    *store = (struct store){.object = o,
                            .bytes = bytes,
                            .value = value,
                            .in_look = engine.current->looks.same,
                            .told = v->fenced};
    if (releases) {
        clocks_join(&store->told, &engine.current->clocks);
        engine.current->clocks.of[engine.current->index]++;
    }
}

bool
memory_buffered(const struct task *t)
{
    return views[t->index].n > 0;
}

struct object *
memory_oldest(const struct task *t)
{
    return views[t->index].stores[0].object;
}

void
memory_flush_one(struct task *t)
{
    struct view *v = &views[t->index];
    const struct store *store = &v->stores[0];

    memory_write((void *)store->object->address, store->bytes, store->value);
    store->object->sync = store->told;
    store->object->changes++;
    looks_arrived(t, store->in_look);
    memmove(v->stores, v->stores + 1, --v->n * sizeof(v->stores[0]));
}

void
memory_flush_all(struct task *t)
{
    while (memory_buffered(t))
        memory_flush_one(t);
}

void
memory_reset(size_t n_used)
{
    for (size_t i = 0; i < n_used; i++) {
        views[i].n = 0;
        if (engine.races)
            views[i].heard = views[i].fenced = (struct clocks){{0}};
    }
    if (engine.races)
        memory_forget_all();
}
