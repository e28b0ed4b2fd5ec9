/* Allocation, as the explorer has it: from the arena of the schedule.
 * SPDX-License-Identifier: MIT
 *
 * Only for code that is explored.  What libc allocates for itself, stdio's
 * buffers for one, outlives the schedule and comes from its own heap.
 */
#include <errno.h>
#include <stdint.h>
#include <string.h>

#include "explore/memory/arena.h"
#include "explore/calls/calls.h"
#include "explore/load/module.h"

static bool
is_for_arena(const void *site)
{
    return is_explored() && module_holds_code(site);
}

/* An allocation is a step only where it may fail. */
static void *
take(size_t size, size_t alignment, const void *site)
{
    struct op op = {.kind = OP_ALLOCATE, .deadline = NEVER, .site = site};
    void *block = NULL;

    if (engine.left.allocations) {
        op.object = object_at(&engine.left, OBJECT_BUDGET, site);
        if (engine_step(op) == VARIANT_FAIL) {
            engine.left.allocations--;
            engine_say("no memory");
        } else {
            block = arena_take(size, alignment, site);
        }
    } else {
        block = arena_take(size, alignment, site);
    }
    if (!block)
        errno = ENOMEM;
    else
        memory_forget(block, size);
    return block;
}

static void *
allocate(size_t size)
{
    const void *site = hooks_site;

    return is_for_arena(site) ? take(size, 16, site)
                              : memory_hooks_real()->malloc(size);
}

static void *
allocate_zeroed(size_t n, size_t size)
{
    const void *site = hooks_site;
    size_t bytes;

    if (!is_for_arena(site))
        return memory_hooks_real()->calloc(n, size);
    if (__builtin_mul_overflow(n, size, &bytes)) {
        errno = ENOMEM;
        return NULL;
    }
    void *block = take(bytes, 16, site);
    return block ? memset(block, 0, bytes) : NULL;
}

static void *
allocate_aligned(size_t alignment, size_t size)
{
    const void *site = hooks_site;

    return is_for_arena(site)
               ? take(size, alignment, site)
               : memory_hooks_real()->aligned_alloc(alignment, size);
}

/* That it is free already may be so only since the step. */
static void
give_back(struct arena_block *block, const void *at, const void *site)
{
    bool explored = is_explored();

    if ((!block || block->start != at) && explored)
        engine_fail(FAULT_WRONG, "%s frees what was never allocated",
                    engine.current->name);
    if (!block)
        return;
    if (explored)
        block_end(block, site);
    if (block->freed && explored)
        engine_fail(FAULT_DESTROYED, "%s frees memory a second time",
                    engine.current->name);
    if (explored)
        memory_plain(at, block->size, true, site); /* no use may come later */
    arena_free(block, site);
}

static void
deallocate(void *block)
{
    const void *site = hooks_site;

    if (arena_holds(block))
        give_back(arena_find(block), block, site);
    else
        memory_hooks_real()->free(block);
}

static void *
reallocate(void *old, size_t size)
{
    const void *site = hooks_site;

    if (old ? !arena_holds(old) : !is_for_arena(site))
        return memory_hooks_real()->realloc(old, size);
    struct arena_block *from = old ? arena_find(old) : NULL;
    if (old && (!from || from->start != old || from->freed)) {
        give_back(from, old, site); /* which says so */
        return NULL;
    }
    void *block = take(size, 16, site);
    if (block && old) {
        memcpy(block, old, from->size < size ? from->size : size);
        give_back(from, old, site);
    }
    return block;
}

const struct memory_hooks memory_hooks = {
    .malloc = allocate,
    .calloc = allocate_zeroed,
    .realloc = reallocate,
    .aligned_alloc = allocate_aligned,
    .free = deallocate,
};
