/* The futex, as the explorer has it.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <linux/futex.h>

#include "clock.h"
#include "explore/calls/calls.h"

static long
failed(int error)
{
    errno = error;
    return -1;
}

/* FUTEX_WAIT takes a duration, FUTEX_WAIT_BITSET a moment. */
static int64_t
wait_deadline(int operation, const struct timespec *timeout)
{
    if (!timeout)
        return NEVER;
    if ((operation & FUTEX_CMD_MASK) == FUTEX_WAIT)
        return engine.now_ns + clock_ns(*timeout);
    return deadline_ns(operation & FUTEX_CLOCK_REALTIME ? CLOCK_REALTIME
                                                        : CLOCK_MONOTONIC,
                       timeout);
}

static long
end_of_sleep(struct object *o, unsigned variant, int64_t deadline)
{
    o->waiters &= ~(UINT64_C(1) << engine.current->index);
    if (variant == VARIANT_TIMEOUT) {
        if (engine.now_ns < deadline)
            engine.now_ns = deadline;
        return failed(ETIMEDOUT);
    }
    if (variant == VARIANT_SPURIOUS) {
        engine.left.spurious--;
        return failed(EINTR);
    }
    return 0;
}

/* The kernel compares and falls asleep as one step. */
static long
wait(struct object *o, const uint32_t *word, uint32_t value, int64_t deadline,
     const void *site)
{
    struct op op = {.kind = OP_FUTEX_WAIT,
                    .object = o,
                    .deadline = deadline,
                    .site = site};

    engine_step(op);
    object_check(o);
    memory_flush_all(engine.current);
    if (__atomic_load_n(word, __ATOMIC_SEQ_CST) != value)
        return failed(EAGAIN);
    o->waiters |= UINT64_C(1) << engine.current->index;
    op.kind = OP_SLEEP;
    return end_of_sleep(o, engine_step(op), deadline);
}

static long
wake(struct object *o, uint32_t n, const void *site)
{
    uint32_t n_woken = 0;
    unsigned first = engine_step((struct op){
        .kind = OP_FUTEX_WAKE, .object = o, .deadline = NEVER, .site = site});
    object_check(o);

    memory_flush_all(engine.current);
    if (n && o->waiters >> first & 1) {
        sleep_over(o, first);
        n_woken++;
    }
    for (; n_woken < n && o->waiters; n_woken++)
        sleep_over(o, (unsigned)__builtin_ctzll(o->waiters));
    return n_woken;
}

/* With a mask of its own a BITSET call is one that there is not. */
static int
kind_of(int operation, uint32_t mask)
{
    int kind = operation & FUTEX_CMD_MASK;
    bool has_mask = kind == FUTEX_WAIT_BITSET || kind == FUTEX_WAKE_BITSET;

    return has_mask && mask != FUTEX_BITSET_MATCH_ANY ? -1 : kind;
}

long
explore_futex(uint32_t *word, int operation, uint32_t value,
              const struct timespec *timeout, uint32_t *word2, uint32_t value3)
{
    const void *site = hooks_site;

    if (!is_explored())
        return hooks_real()->futex(word, operation, value, timeout, word2,
                                   value3);
    struct object *o = object_at(word, OBJECT_WORD, site);
    switch (kind_of(operation, value3)) {
    case FUTEX_WAIT:
    case FUTEX_WAIT_BITSET:
        return wait(o, word, value, wait_deadline(operation, timeout), site);
    case FUTEX_WAKE:
    case FUTEX_WAKE_BITSET:
        return wake(o, value, site);
    default:
        engine_give_up("%s makes a futex call of kind %d", engine.current->name,
                       operation & FUTEX_CMD_MASK);
    }
}
