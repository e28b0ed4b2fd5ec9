/* The memory of one schedule.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>

#include "explore/memory/arena.h"

enum { ARENA_BYTES = 256 << 20, BLOCKS_MAX = 1 << 16, PATTERN = 0xa5 };

static struct {
    char *memory;
    size_t used;
    struct arena_block blocks[BLOCKS_MAX]; /* by address */
    size_t n_blocks, n_freed;
} arena;

int
arena_reset(void)
{
    arena.used = 0;
    arena.n_blocks = arena.n_freed = 0;
    if (arena.memory)
        return 0;
    void *memory = mmap(NULL, ARENA_BYTES, PROT_READ | PROT_WRITE,
                        MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (memory == MAP_FAILED)
        return ENOMEM;
    arena.memory = memory;
    return 0;
}

/* A gap behind each block keeps it apart from the next. */
void *
arena_take(size_t size, size_t alignment, const void *site)
{
    if (alignment < 16)
        alignment = 16;
    size_t start = (arena.used + 16 + alignment - 1) & ~(alignment - 1);

    if (size > ARENA_BYTES || start > ARENA_BYTES - size ||
        arena.n_blocks == BLOCKS_MAX)
        return NULL;
    char *block = arena.memory + start;
    memset(block, PATTERN, size);
    arena.used = start + size;
    arena.blocks[arena.n_blocks++] =
        (struct arena_block){.start = block, .size = size, .site = site};
    return block;
}

bool
arena_holds(const void *address)
{
    uintptr_t offset = (uintptr_t)address - (uintptr_t)arena.memory;

    return arena.memory && offset < ARENA_BYTES;
}

struct arena_block *
arena_find(const void *address)
{
    size_t low = 0, high = arena.n_blocks;

    while (low < high) {
        size_t middle = (low + high) / 2;
        if ((const char *)address < arena.blocks[middle].start)
            high = middle;
        else
            low = middle + 1;
    }
    if (low == 0)
        return NULL;
    struct arena_block *block = &arena.blocks[low - 1];
    size_t offset = (size_t)((const char *)address - block->start);
    return offset < block->size || offset == 0 ? block : NULL;
}

const char *
arena_start(void)
{
    return arena.memory;
}

size_t
arena_used(void)
{
    return arena.used;
}

uint32_t
arena_number(const struct arena_block *block)
{
    return (uint32_t)(block - arena.blocks) + 1;
}

uint32_t
arena_note_object(const void *address)
{
    struct arena_block *block =
        arena_holds(address) ? arena_find(address) : NULL;

    if (!block)
        return 0;
    block->has_objects = true;
    return arena_number(block);
}

void
arena_free(struct arena_block *block, const void *site)
{
    block->freed = site;
    arena.n_freed++;
}

const struct arena_block *
arena_freed_at(const void *address)
{
    if (!arena.n_freed || !arena_holds(address))
        return NULL;
    const struct arena_block *block = arena_find(address);
    return block && block->freed ? block : NULL;
}

const struct arena_block *
arena_left(bool (*counts)(const void *site))
{
    for (size_t i = 0; i < arena.n_blocks; i++)
        if (!arena.blocks[i].freed && counts(arena.blocks[i].site))
            return &arena.blocks[i];
    return NULL;
}
