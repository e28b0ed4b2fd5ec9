/* One scenario played with one contender.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "explore/memory/arena.h"
#include "explore/calls/calls.h"
#include "explore/engine/engine.h"
#include "explore/scenarios/game.h"
#include "explore/load/module.h"

static void *
run(void *play)
{
    struct play *p = play;

    p->body(p);
    return NULL;
}

static void
start_thread(struct game *g, size_t thread, unsigned index, bool alone)
{
    static const char *const roles[] = {"producer", "consumer", "other"};
    struct play *p = &g->plays[g->n_plays++];

    *p = (struct play){.game = g,
                       .thread = (unsigned)thread,
                       .index = index,
                       .body = g->scenario->threads[thread]};
    const char *role = alone ? "thread" : roles[thread < 2 ? thread : 2];
    engine_spawn(role, alone ? (unsigned)thread : index, run, p);
}

static void
start_threads(struct game *g)
{
    const struct scenario *s = g->scenario;

    if (s->count) {
        g->shape.producers = s->count(&g->shape, 0);
        g->shape.consumers = s->count(&g->shape, 1);
    }
    for (size_t i = 0; i < SCENARIO_THREADS_MAX && s->threads[i]; i++) {
        unsigned n = s->count ? s->count(&g->shape, i) : 1;
        for (unsigned k = 0; k < n; k++)
            start_thread(g, i, k, !s->count);
    }
}

static void
wait_for_threads(void)
{
    struct task *t = engine.current;

    engine_step(
        (struct op){.kind = OP_JOIN, .deadline = NEVER, .target = t->index});
    for (size_t i = 0; i < engine.n_tasks; i++)
        clocks_join(&t->clocks, &engine.tasks[i].clocks);
}

/* What is left comes out, without waiting. */
static void
drain(struct play *p)
{
    uintptr_t item;

    while (play_try_get(p, &item) == 0)
        continue;
}

static void
judge(struct game *g)
{
    char why[FAULT_BYTES];
    enum fault_kind fault = history_judge(&g->history, why, sizeof(why));

    if (fault)
        engine_fail(fault, "%s", why);
    /* A library may keep what it will need again; the queue's own may not. */
    const struct arena_block *left = arena_left(module_is_named);
    if (left)
        engine_fail(FAULT_LEAK, "%zu bytes are left when all has ended",
                    left->size);
}

static void
end(struct game *g, struct play *p)
{
    if (g->scenario->after)
        g->scenario->after(p);
    if (!g->destroyed) {
        g->contender->counts(g->queue); /* must leave the queue usable */
        drain(p);
        int error = play_destroy(p);
        if (error)
            engine_fail(FAULT_WRONG, "destroy gives %s",
                        strerrorname_np(error));
    }
    keys_end(engine.current); /* the thread that drained ends, too */
    judge(g);
}

/* A queue that cannot be made for want of memory, or of that capacity, is
 * none.
 */
void *
game_play(void *game)
{
    struct game *g = game;
    struct play *p = &g->plays[0];

    g->history.n = 0;
    g->history.capacity = g->capacity;
    g->history.drops = g->destroyed = false;
    g->n_getting = 0;
    g->n_plays = 1;
    *p = (struct play){.game = g};
    int error = g->contender->create(g->contender, g->capacity, &g->queue);
    if (error == ENOMEM && engine.luck.allocations)
        return NULL;
    g->refused = error == EINVAL;
    if (g->refused)
        return NULL;
    if (error)
        engine_fail(FAULT_WRONG, "create gives %s", strerrorname_np(error));
    start_threads(g);
    wait_for_threads();
    end(g, p);
    return NULL;
}

uint64_t
game_outcome(void *game)
{
    return history_outcome(&((struct game *)game)->history);
}
