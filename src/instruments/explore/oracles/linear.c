/* Is there an order of the calls that explains what they returned?
 * SPDX-License-Identifier: MIT
 *
 * How it works: depth first over all orders.  A call may come next when no
 * call that has not come yet ended before it began.  Nearly always the order
 * in which the calls returned is right, and is tried first.
 */
#include <errno.h>

#include "explore/oracles/history.h"

/* The plainest queue there is. */
struct model {
    uintptr_t items[CALLS_MAX];
    size_t first, n;
    size_t unfinished;
    bool closed;
};

static bool
is_full(const struct history *h, const struct model *m)
{
    return h->capacity && m->n - m->first >= h->capacity;
}

static bool
try_put(const struct history *h, struct model *m, const struct call *c)
{
    switch (c->result) {
    case 0:
        m->items[m->n++] = c->item;
        m->unfinished++;
        return !m->closed &&
               m->n - m->first <= (h->capacity ? h->capacity : CALLS_MAX);
    case EPIPE:
        return m->closed;
    case EAGAIN:
    case ETIMEDOUT:
        return is_full(h, m) && !m->closed;
    default:
        return true; /* out of memory can happen any time */
    }
}

static bool
try_get(struct model *m, const struct call *c)
{
    bool empty = m->first == m->n;

    if (c->result == 0)
        return !empty && m->items[m->first++] == c->item;
    return empty && m->closed == (c->result == EPIPE);
}

static bool
try_drop(struct model *m, const struct call *c)
{
    m->unfinished -= m->unfinished > 0;
    return m->closed && m->first < m->n && m->items[m->first++] == c->item;
}

static bool
try_task_done(struct model *m, const struct call *c)
{
    bool possible = m->unfinished > 0;

    m->unfinished -= possible;
    return possible == (c->result == 0);
}

/* Whether the model returns the same; it is changed if so. */
static bool
agrees(const struct history *h, struct model *m, const struct call *c)
{
    switch (c->kind) {
    case CALL_PUT:
        return try_put(h, m, c);
    case CALL_GET:
        return try_get(m, c);
    case CALL_DROP:
        return try_drop(m, c);
    case CALL_SIZE:
        return m->n - m->first == c->item;
    case CALL_CLOSE:
        m->closed = true;
        return true;
    case CALL_TASK_DONE:
        return try_task_done(m, c);
    case CALL_JOIN:
        return (m->unfinished == 0) == (c->result == 0);
    default:
        return true;
    }
}

/* The first in the order of returning of those that have not come. */
static size_t
first_left(const struct history *h, uint64_t come)
{
    size_t i = (size_t)__builtin_ctzll(~come);

    return i < h->n ? i : h->n;
}

/* A call comes before those that began after it had ended.  Calls of one
 * thread come in their order, though they may share a step; but what a close
 * drops comes after it, and is noted before.
 */
static bool
may_come(const struct history *h, uint64_t come, size_t i, size_t first)
{
    const struct call *c = &h->calls[i];

    for (size_t k = first; k < h->n; k++) {
        const struct call *other = &h->calls[k];
        if (come & UINT64_C(1) << k || k == i)
            continue;
        if (other->ended < c->began)
            return false;
        if (k < i && other->task == c->task && other->kind != CALL_DROP)
            return false;
    }
    return true;
}

static bool
explains(const struct history *h, const struct model *m, uint64_t come)
{
    size_t first = first_left(h, come);

    if (first == h->n)
        return true;
    for (size_t i = first; i < h->n; i++) {
        struct model next = *m;
        if (!(come & UINT64_C(1) << i) && may_come(h, come, i, first) &&
            agrees(h, &next, &h->calls[i]) &&
            explains(h, &next, come | UINT64_C(1) << i))
            return true;
    }
    return false;
}

bool
history_linearizable(const struct history *h)
{
    const struct model empty = {.n = 0};

    return explains(h, &empty, 0);
}
