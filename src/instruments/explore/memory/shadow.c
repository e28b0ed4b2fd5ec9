/* The last accesses of each byte: finds races of plain memory.
 * SPDX-License-Identifier: MIT
 *
 * How it works: for each 8 bytes of memory the last accesses are kept, each
 * with its bytes, its thread, and that thread's clock.  A new access races
 * with one of another thread that it does not know to have happened (Serebryany
 * and Iskhodzhanov, "ThreadSanitizer", WBIA 2009; its cells are these).
 */
#include <errno.h>
#include <stdlib.h>

#include "die.h"
#include "explore/calls/calls.h"
#include "explore/memory/arena.h"
#include "explore/engine/engine.h"
#include "explore/memory/memory.h"
#include "explore/oracles/findings.h"
#include "explore/oracles/unseen.h"

enum { GRANULES = 1 << 14, CELLS = 6 };

struct cell {
    uint8_t bytes; /* a bit each; 0: none */
    uint8_t task;
    bool writes, atomic;
    uint32_t clock;
    const void *site;
};

static struct granule {
    uintptr_t number; /* address / 8 */
    uint32_t schedule;
    uint32_t n; /* accesses kept so far; the cells have the last ones */
    struct cell cells[CELLS];
} granules[GRANULES];

static uint32_t schedule = 1;
const void *memory_race_sites[2];

void
memory_forget_all(void)
{
    schedule++;
}

static struct granule *
granule_at(uintptr_t number)
{
    size_t i = (size_t)((number * UINT64_C(0x9e3779b97f4a7c15)) >> 40);

    for (size_t n = 0; n < GRANULES; n++, i++) {
        struct granule *g = &granules[i % GRANULES];
        if (g->schedule == schedule && g->number == number)
            return g;
        if (g->schedule != schedule) {
            g->number = number;
            g->schedule = schedule;
            g->n = 0;
            return g;
        }
    }
    engine_give_up("one schedule touches more than %d words of memory",
                   GRANULES);
}

void
memory_forget(const void *address, size_t n)
{
    uintptr_t first = (uintptr_t)address / 8;

    if (!engine.races)
        return;
    for (uintptr_t i = first; i <= ((uintptr_t)address + n) / 8; i++)
        granule_at(i)->n = 0;
}

static bool
is_race(const struct cell *before, const struct cell *now)
{
    const struct clocks *known = &engine.current->clocks;

    return before->bytes & now->bytes && before->task != now->task &&
           (before->writes || now->writes) &&
           !(before->atomic && now->atomic) &&
           known->of[before->task] < before->clock;
}

static void
report(const struct cell *before, const struct cell *now)
{
    static const char words[] = "%s %s what %s %s, and nothing orders the two";
    const char *me = engine.current->name;
    const char *other = engine.tasks[before->task].name;
    const char *does = now->writes ? "writes" : "reads";
    const char *did = before->writes ? "wrote" : "read";

    if (findings_report(REPORT_RACES, FAULT_RACE, before->site, now->site,
                        words, me, does, other, did))
        return;
    memory_race_sites[0] = before->site;
    memory_race_sites[1] = now->site;
    engine_fail(FAULT_RACE, words, me, does, other, did);
}

static bool
is_of_one_kind(const struct cell *a, const struct cell *b)
{
    return a->bytes == b->bytes && a->task == b->task &&
           a->writes == b->writes && a->atomic == b->atomic;
}

/* What a thread repeats before it tells others anything has been judged. */
static void
access_granule(uintptr_t number, struct cell now)
{
    struct granule *g = granule_at(number);
    size_t n = g->n < CELLS ? g->n : CELLS;
    struct cell *kept = NULL;

    for (size_t i = 0; i < n && !kept; i++)
        if (is_of_one_kind(&g->cells[i], &now))
            kept = &g->cells[i];
    if (kept && kept->clock == now.clock)
        return;
    for (size_t i = 0; i < n; i++)
        if (is_race(&g->cells[i], &now))
            report(&g->cells[i], &now);
    if (!kept)
        kept = &g->cells[g->n++ % CELLS];
    *kept = now;
}

static void
check_block(const void *address)
{
    const struct arena_block *block =
        arena_holds(address) ? arena_find(address) : NULL;

    if (!arena_holds(address))
        return;
    if (!block)
        engine_fail(FAULT_DESTROYED, "%s goes beyond what it allocated",
                    engine.current->name);
    if (block->freed)
        engine_fail(FAULT_DESTROYED, "%s uses memory that was freed",
                    engine.current->name);
}

static void
access_memory(const void *address, size_t n, struct cell cell)
{
    uintptr_t at = (uintptr_t)address, end = at + n;

    if (address == &errno) /* each has its own, all at one place: coroutine.h */
        return;
    check_block(address);
    cell.task = (uint8_t)engine.current->index;
    cell.clock = engine.current->clocks.of[cell.task];
    while (at < end) {
        uintptr_t stop = (at / 8 + 1) * 8 < end ? (at / 8 + 1) * 8 : end;
        cell.bytes = (uint8_t)(((1u << (stop - at)) - 1) << at % 8);
        access_granule(at / 8, cell);
        at = stop;
    }
}

static void
rest_from_reading(struct spin *spin, const void *site)
{
    spin->rests = site;
    explore_rest(engine.now_ns, site);
    spin->rests = NULL;
}

void
memory_plain(const void *address, size_t n, bool writes, const void *site)
{
    struct spin *spin = &engine.current->spin;

    if (writes)
        unseen_note(address, n);
    if (engine.races)
        access_memory(address, n,
                      (struct cell){.writes = writes, .site = site});
    if (!writes && spins_reads(spin, address, n, site))
        rest_from_reading(spin, site);
}

void
memory_atomic(const void *address, size_t n, bool writes, const void *site)
{
    if (engine.races)
        access_memory(address, n,
                      (struct cell){.writes = writes,
                                    .atomic = true,
                                    .site = site});
}
