/* What threads meet at.
 * SPDX-License-Identifier: MIT
 */
#include <pthread.h>
#include <semaphore.h>

#include "explore/engine/engine.h"
#include "explore/memory/arena.h"

enum { OBJECTS_MAX = 4096, SLOTS = 2 * OBJECTS_MAX };

static struct {
    struct object objects[OBJECTS_MAX];
    size_t n;
    /* Open addressing; a slot of an older schedule is an empty one. */
    struct slot {
        uint32_t schedule;
        uint32_t index;
    } slots[SLOTS];
    uint32_t schedule;
} table = {.schedule = 1};

void (*object_met)(const struct object *o);

void
object_reset(void)
{
    table.n = 0;
    table.schedule++;
}

/* The slot of the address and kind, or the empty one where it would be. */
static struct slot *
find(const void *address, enum object_kind kind)
{
    uint64_t hash = ((uintptr_t)address >> 2) * UINT64_C(0x9e3779b97f4a7c15);

    for (size_t i = (hash >> 40) + kind;; i++) {
        struct slot *slot = &table.slots[i % SLOTS];
        if (slot->schedule != table.schedule)
            return slot;
        const struct object *o = &table.objects[slot->index];
        if (o->address == address && o->kind == kind)
            return slot;
    }
}

struct object *
object_known(const void *address, enum object_kind kind)
{
    const struct slot *slot = find(address, kind);

    return slot->schedule == table.schedule ? &table.objects[slot->index]
                                            : NULL;
}

struct object *
object_at(const void *address, enum object_kind kind, const void *site)
{
    struct slot *slot = find(address, kind);

    if (slot->schedule == table.schedule)
        return &table.objects[slot->index];
    if (table.n == OBJECTS_MAX)
        engine_give_up("more than %d objects in one schedule", OBJECTS_MAX);
    *slot = (struct slot){table.schedule, (uint32_t)table.n};
    struct object *o = &table.objects[table.n];
    *o = (struct object){.address = address,
                         .kind = kind,
                         .index = (unsigned)table.n++,
                         .site = site,
                         .block = arena_note_object(address),
                         .owner = NOBODY};
    if (object_met)
        object_met(o);
    return o;
}

struct object *
object_in(uint32_t block)
{
    for (size_t i = 0; i < table.n; i++)
        if (table.objects[i].block == block)
            return &table.objects[i];
    return NULL;
}

struct object *
object_number(size_t i)
{
    return i < table.n ? &table.objects[i] : NULL;
}

const char *
object_kind_name(enum object_kind kind)
{
    static const char *const names[N_OBJECT_KINDS] = {
        [OBJECT_MUTEX] = "mutex",
        [OBJECT_RWLOCK] = "read-write lock",
        [OBJECT_CONDITION] = "condition variable",
        [OBJECT_SEMAPHORE] = "semaphore",
        [OBJECT_WORD] = "word",
        [OBJECT_EVENTFD] = "eventfd",
        [OBJECT_ONCE] = "once",
        [OBJECT_BUDGET] = "", /* no object of the program's */
    };

    return names[kind];
}

size_t
object_kind_size(enum object_kind kind)
{
    static const size_t sizes[N_OBJECT_KINDS] = {
        [OBJECT_MUTEX] = sizeof(pthread_mutex_t),
        [OBJECT_RWLOCK] = sizeof(pthread_rwlock_t),
        [OBJECT_CONDITION] = sizeof(pthread_cond_t),
        [OBJECT_SEMAPHORE] = sizeof(sem_t),
        [OBJECT_WORD] = sizeof(uint64_t),
        [OBJECT_ONCE] = sizeof(pthread_once_t),
    };

    return sizes[kind];
}
