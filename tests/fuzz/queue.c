/* Calls of the blocking queue, drawn by the input, against a plain array.
 * SPDX-License-Identifier: MIT
 *
 * One thread, and no call that waits: what each returns is known.  The first byte is
 * the capacity, 0 for none; each other byte is a call.
 */
#include <errno.h>
#include <string.h>

#include "contender.h"
#include "fuzz.h"

enum { CAPACITY_MAX = 9, ITEMS_MAX = 4096, N_CALLS = 8 };

extern const struct contender *const contenders[];
static const struct timespec never = {0, 0}, long_ago = {0, 1};

static struct model {
    const struct contender *c;
    void *queue;
    size_t capacity, n, n_unfinished;
    uintptr_t items[ITEMS_MAX], next;
    bool closed;
} m;

static bool
is_full(void)
{
    return (m.capacity && m.n == m.capacity) || m.n == ITEMS_MAX;
}

static void
put(const struct timespec *deadline, int if_full)
{
    int wanted = m.closed ? EPIPE : is_full() ? if_full : 0;

    if (!m.capacity && m.n == ITEMS_MAX)
        return;
    HOLDS(m.c->put(m.queue, m.next, deadline) == wanted);
    if (wanted)
        return;
    m.items[m.n++] = m.next++;
    m.n_unfinished++;
}

static void
get(const struct timespec *deadline, int if_empty)
{
    uintptr_t item = 0;
    int wanted = m.n ? 0 : m.closed ? EPIPE : if_empty;

    HOLDS(m.c->get(m.queue, &item, deadline) == wanted);
    if (wanted)
        return;
    HOLDS(item == m.items[0]);
    memmove(m.items, m.items + 1, --m.n * sizeof(m.items[0]));
}

static void
dropped(void *context, uintptr_t item)
{
    size_t *n = context;

    HOLDS(*n < m.n && item == m.items[*n]);
    ++*n;
}

/* What is dropped is done with, as far as it was not said to be before. */
static void
close_queue(bool drops)
{
    size_t n = 0;

    m.c->close(m.queue, drops ? dropped : NULL, &n);
    HOLDS(n == (drops ? m.n : 0));
    if (drops)
        m.n = 0;
    m.n_unfinished -= n < m.n_unfinished ? n : m.n_unfinished;
    m.closed = true;
}

static void
task_done(void)
{
    HOLDS(m.c->task_done(m.queue) == (m.n_unfinished ? 0 : EINVAL));
    m.n_unfinished -= m.n_unfinished > 0;
}

static void
call(uint8_t which)
{
    switch (which % N_CALLS) {
    case 0:
    case 1:
        put(&never, EAGAIN);
        return;
    case 2:
        put(&long_ago, ETIMEDOUT);
        return;
    case 3:
        get(&never, EAGAIN);
        return;
    case 4:
        get(&long_ago, ETIMEDOUT);
        return;
    case 5:
        task_done();
        return;
    case 6:
        HOLDS(m.c->join(m.queue, &never) == (m.n_unfinished ? EAGAIN : 0));
        return;
    default: /* seldom, or most of an input would be behind it */
        if (which / N_CALLS > 28)
            close_queue(which & 128);
    }
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    if (!n)
        return 0;
    m = (struct model){.c = contenders[0],
                       .capacity = bytes[0] % CAPACITY_MAX,
                       .next = 1};
    HOLDS(!m.c->create(m.c, m.capacity, &m.queue));
    for (size_t i = 1; i < n; i++) {
        call(bytes[i]);
        HOLDS(m.c->size(m.queue) == m.n);
    }
    HOLDS(!m.c->destroy(m.queue));
    return 0;
}
