/* The memory of one schedule: what the explored code allocates.
 * SPDX-License-Identifier: MIT
 *
 * Every schedule starts with an empty arena and gets the same addresses.  A
 * block that was freed is not used again in the same schedule, so that a use
 * after free is seen; new blocks hold a pattern, so that nothing depends on
 * what was there.  For one thread: the explorer runs only one.
 */
#ifndef DOORBELL_EXPLORE_MEMORY_ARENA_H
#define DOORBELL_EXPLORE_MEMORY_ARENA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena_block {
    char *start;
    size_t size;
    const void *site;  /* of the allocation */
    bool has_objects;  /* threads have met at something in it */
    const void *freed; /* of the free; NULL while it is in use */
};

/* Forgets all blocks; the first call takes the memory.  0 or ENOMEM. */
int arena_reset(void);

/* Returns NULL when the arena is full.  The alignment is a power of two. */
void *arena_take(size_t size, size_t alignment, const void *site);

/* Whether the address is in the arena, in use or not. */
bool arena_holds(const void *address);

/* The block in which the address lies, or NULL. */
struct arena_block *arena_find(const void *address);

/* Threads meet at the address: 1 + the number of its block, which will know, or
 * 0 outside of all.  And that number of a block.
 */
uint32_t arena_note_object(const void *address);
uint32_t arena_number(const struct arena_block *block);

/* The memory of all blocks, from the first. */
const char *arena_start(void);
size_t arena_used(void);

/* Gives the block back, as far as this file is concerned. */
void arena_free(struct arena_block *block, const void *site);

/* The block that was given back in which the address lies, or NULL. */
const struct arena_block *arena_freed_at(const void *address);

/* The oldest block that is in use and that was taken from a place of which
 * counts(site) says so; NULL when there is none.
 */
const struct arena_block *arena_left(bool (*counts)(const void *site));

#endif
