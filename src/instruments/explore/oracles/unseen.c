/* Memory that threads change where the explorer does not see it.
 * SPDX-License-Identifier: MIT
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "explore/memory/arena.h"
#include "explore/engine/engine.h"
#include "explore/load/module.h"
#include "explore/oracles/unseen.h"

enum {
    REGIONS_MAX = 65, /* the parts of the modules, and the arena */
    BLOCK_BYTES = 256
};

/* Of a byte: who changed it last, and when the last write of it was seen. */
struct change {
    uint32_t clock, seen;
    uint8_t task;
};

static struct region {
    const char *memory;
    char *copy;
    struct change *changes;
    size_t n, room;
} regions[REGIONS_MAX];
static size_t n_regions;
static uint32_t n_looks = 1;

struct unseen unseen;

static void
make_room(struct region *r, size_t n)
{
    if (n <= r->room)
        return;
    r->room = 2 * n;
    r->copy = realloc(r->copy, r->room);
    r->changes = realloc(r->changes, r->room * sizeof(r->changes[0]));
    if (!r->copy || !r->changes)
        die("out of memory");
}

/* New memory belongs to no thread yet. */
static void
extend(struct region *r, size_t n)
{
    make_room(r, n);
    if (n > r->n) {
        memcpy(r->copy + r->n, r->memory + r->n, n - r->n);
        memset(r->changes + r->n, 0, (n - r->n) * sizeof(r->changes[0]));
    }
    r->n = n;
}

static void
note_change(struct change *c)
{
    const struct task *t = engine.current;

    if (c->clock && c->task != t->index && t->clocks.of[c->task] < c->clock)
        unseen.shared = true;
    if (c->seen != n_looks)
        unseen.changed = true;
    c->task = (uint8_t)t->index;
    c->clock = t->clocks.of[t->index];
}

static void
compare_block(struct region *r, size_t from, size_t n)
{
    if (!memcmp(r->memory + from, r->copy + from, n))
        return;
    for (size_t i = from; i < from + n; i++)
        if (r->memory[i] != r->copy[i]) {
            note_change(&r->changes[i]);
            r->copy[i] = r->memory[i];
        }
}

static void
compare(struct region *r)
{
    for (size_t i = 0; i < r->n; i += BLOCK_BYTES)
        compare_block(r, i, r->n - i < BLOCK_BYTES ? r->n - i : BLOCK_BYTES);
}

void
unseen_begin(void)
{
    if (!unseen.watched)
        return;
    n_regions = module_n_globals() + 1;
    for (size_t i = 0; i < n_regions - 1; i++) {
        size_t bytes;
        regions[i].memory = module_globals(i, &bytes);
        regions[i].n = 0;
        extend(&regions[i], bytes);
    }
    regions[n_regions - 1].memory = arena_start();
    regions[n_regions - 1].n = 0;
}

void
unseen_note(const void *address, size_t n)
{
    if (!unseen.watched)
        return;
    for (size_t k = 0; k < n_regions; k++) {
        struct region *r = &regions[k];
        uintptr_t from = (uintptr_t)address - (uintptr_t)r->memory;
        for (size_t i = from; from < r->n && i < from + n && i < r->n; i++)
            r->changes[i].seen = n_looks;
    }
}

void
unseen_look(void)
{
    if (!unseen.watched || !engine.current)
        return;
    for (size_t i = 0; i < n_regions; i++)
        compare(&regions[i]);
    extend(&regions[n_regions - 1], arena_used());
    n_looks++;
}
