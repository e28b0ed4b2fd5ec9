/* The calls that a scenario's threads make to the queue.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <string.h>

#include "clock.h"
#include "explore/engine/engine.h"
#include "explore/scenarios/game.h"
#include "explore/memory/memory.h"

enum waiting { WAITS, WAITS_NOT, WAITS_UNTIL };

static const struct timespec zero = {0, 0};

/* A deadline, as the contender takes it. */
struct limit {
    enum waiting waiting;
    struct timespec until;
    const struct timespec *deadline;
};

static void
begin(struct play *p, const char *call)
{
    struct task *t = engine.current;

    if (p->game->destroyed)
        engine_fail(FAULT_WRONG, "the scenario uses a queue it destroyed");
    looks_over(t);
    /* Of code whose atomics are not seen, the call may have read one before
     * its first step.
     */
    t->began = engine.races ? 0 : (uint32_t)engine.n_steps;
    if (engine.call_steps)
        engine_step((struct op){.kind = OP_POINT, .deadline = NEVER});
    engine_say("%s ...", call);
}

static void
limit_set(struct limit *limit, enum waiting waiting, int64_t ns)
{
    limit->waiting = waiting;
    limit->until =
        waiting == WAITS_NOT ? zero : clock_timespec(engine.now_ns + ns);
    limit->deadline = waiting == WAITS ? NULL : &limit->until;
    if (waiting == WAITS_UNTIL)
        engine.current->deadline = engine.now_ns + ns;
}

/* One that naps between two looks may be; one that took a moment for a
 * duration is years late.
 */
#define MAY_BE_LATE_NS NS_PER_S

static bool
is_possible(int result, const struct limit *limit, enum call_kind kind)
{
    switch (result) {
    case 0:
        return true;
    case EPIPE:
        return kind == CALL_PUT || kind == CALL_GET;
    case EAGAIN:
        return limit->waiting == WAITS_NOT;
    case ETIMEDOUT:
        return limit->waiting == WAITS_UNTIL;
    case ENOMEM:
        return kind == CALL_PUT && engine.luck.allocations;
    case EINVAL:
        return kind == CALL_TASK_DONE;
    default:
        return false;
    }
}

static void
check_result(int result, const struct limit *limit, enum call_kind kind)
{
    if (!is_possible(result, limit, kind))
        engine_fail(FAULT_WRONG, "%s gets %s, which it must not here",
                    engine.current->name, strerrorname_np(result));
    if (result == ETIMEDOUT && engine.now_ns < engine.current->deadline)
        engine_fail(FAULT_EARLY, "%s times out %lld ns before its deadline",
                    engine.current->name,
                    (long long)(engine.current->deadline - engine.now_ns));
    if (result == ETIMEDOUT && engine.current->late_ns > MAY_BE_LATE_NS)
        engine_fail(FAULT_LATE, "%s times out %lld ns after its deadline",
                    engine.current->name, (long long)engine.current->late_ns);
}

static void
note(struct game *g, enum call_kind kind, uintptr_t item, int result)
{
    const struct task *t = engine.current;
    char text[64];

    if (g->history.n == CALLS_MAX)
        engine_fail(FAULT_WRONG, "the scenario makes more than %d calls",
                    CALLS_MAX);
    struct call *call = &g->history.calls[g->history.n++];
    *call = (struct call){.kind = kind,
                          .task = t->index,
                          .item = item,
                          .result = result,
                          .began = t->began,
                          .ended = (uint32_t)engine.n_steps};
    if (engine.say) {
        call_write(call, text, sizeof(text));
        engine_say("%s", text);
    }
}

static int
finish(struct play *p, enum call_kind kind, uintptr_t item, int result,
       const struct limit *limit)
{
    char why[FAULT_BYTES];
    struct game *g = p->game;

    note(g, kind, item, result);
    check_result(result, limit, kind);
    engine.current->deadline = NEVER;
    engine.current->late_ns = 0;
    looks_over(engine.current);
    enum fault_kind fault =
        history_judge_last(&g->history, g->n_getting, why, sizeof(why));
    if (fault)
        engine_fail(fault, "%s", why);
    return result;
}

static int
put(struct play *p, uintptr_t item, enum waiting waiting, int64_t ns)
{
    struct limit limit;

    begin(p, "put");
    limit_set(&limit, waiting, ns);
    int result = p->game->contender->put(p->game->queue, item, limit.deadline);
    return finish(p, CALL_PUT, item, result, &limit);
}

int
play_put(struct play *p, uintptr_t item)
{
    return put(p, item, WAITS, 0);
}

int
play_try_put(struct play *p, uintptr_t item)
{
    return put(p, item, WAITS_NOT, 0);
}

int
play_put_within(struct play *p, uintptr_t item, int64_t ns)
{
    return put(p, item, WAITS_UNTIL, ns);
}

static int
get(struct play *p, uintptr_t *item, enum waiting waiting, int64_t ns)
{
    struct limit limit;

    begin(p, "get");
    limit_set(&limit, waiting, ns);
    *item = 0;
    p->game->n_getting++;
    int result = p->game->contender->get(p->game->queue, item, limit.deadline);
    p->game->n_getting--;
    return finish(p, CALL_GET, *item, result, &limit);
}

int
play_get(struct play *p, uintptr_t *item)
{
    return get(p, item, WAITS, 0);
}

int
play_try_get(struct play *p, uintptr_t *item)
{
    return get(p, item, WAITS_NOT, 0);
}

int
play_get_within(struct play *p, uintptr_t *item, int64_t ns)
{
    return get(p, item, WAITS_UNTIL, ns);
}

static const struct limit no_limit = {WAITS, {0, 0}, NULL};

size_t
play_size(struct play *p)
{
    begin(p, "size");
    size_t size = p->game->contender->size(p->game->queue);
    finish(p, CALL_SIZE, size, 0, &no_limit);
    return size;
}

/* Dropped items took effect at some moment of the close, which goes on. */
static void
note_drop(void *play, uintptr_t item)
{
    struct play *p = play;
    struct history *h = &p->game->history;

    note(p->game, CALL_DROP, item, 0);
    h->calls[h->n - 1].ended = UINT32_MAX;
}

void
play_close(struct play *p)
{
    begin(p, "close");
    p->game->contender->close(p->game->queue, NULL, NULL);
    finish(p, CALL_CLOSE, 0, 0, &no_limit);
}

void
play_close_drop(struct play *p)
{
    begin(p, "close, dropping");
    p->game->contender->close(p->game->queue, note_drop, p);
    finish(p, CALL_CLOSE, 0, 0, &no_limit);
}

int
play_task_done(struct play *p)
{
    begin(p, "task_done");
    int result = p->game->contender->task_done(p->game->queue);
    return finish(p, CALL_TASK_DONE, 0, result, &no_limit);
}

static int
join(struct play *p, enum waiting waiting, int64_t ns)
{
    struct limit limit;

    begin(p, "join");
    limit_set(&limit, waiting, ns);
    int result = p->game->contender->join(p->game->queue, limit.deadline);
    return finish(p, CALL_JOIN, 0, result, &limit);
}

int
play_join(struct play *p)
{
    return join(p, WAITS, 0);
}

int
play_join_within(struct play *p, int64_t ns)
{
    return join(p, WAITS_UNTIL, ns);
}

int
play_destroy(struct play *p)
{
    begin(p, "destroy");
    int error = p->game->contender->destroy(p->game->queue);
    if (!error)
        p->game->destroyed = true;
    engine_say("destroyed");
    return error;
}

/* A step, since it depends on which of them come first. */
bool
play_through(struct play *p)
{
    struct game *g = p->game;
    struct object *o = object_at(&g->n_plays, OBJECT_WORD, NULL);
    bool all = true;

    engine_step((struct op){.kind = OP_CHANGE, .object = o, .deadline = NEVER});
    memory_acquire(o);
    memory_release(o);
    p->through = true;
    looks_changed(engine.current);
    for (size_t i = 1; i < g->n_plays; i++)
        if (g->plays[i].thread == p->thread)
            all &= g->plays[i].through;
    return all;
}

void
play_expect(struct play *p, bool holds, const char *words)
{
    (void)p;
    if (!holds)
        engine_fail(FAULT_FAILED, "%s: not so: %s", engine.current->name,
                    words);
}

unsigned
play_index(const struct play *p)
{
    return p->index;
}

const struct shape *
play_shape(const struct play *p)
{
    return &p->game->shape;
}
