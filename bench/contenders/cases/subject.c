/* The queue that a case is about.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>

#include "bench/contenders/cases/subject.h"
#include "clock.h"

/* A queue lives as long as its case's process, for a thread may wait in it:
 * here a search for leaks finds it.
 */
enum { KEPT = 8 };
static void *volatile kept[KEPT]; /* volatile: never read */
static size_t n_kept;

const struct timespec never = {0, 0}, past = {0, 1};

struct timespec
soon(void)
{
    return clock_timespec(clock_now_ns() + 3 * NS_PER_MS);
}

struct timespec
much_later(void)
{
    return clock_timespec(clock_now_ns() + 3600 * NS_PER_S);
}

struct subject
subject_of(const struct contender *is, size_t capacity)
{
    struct subject q = {.is = is, .capacity = capacity};
    int error = is->create(is, capacity, &q.queue);

    expect(!error, "create gives %s", error_word(error));
    if (n_kept < KEPT)
        kept[n_kept++] = q.queue;
    return q;
}

size_t
room(const struct subject *q, size_t n)
{
    return q->capacity && q->capacity < n ? q->capacity : n;
}

void
put(struct subject *q, uintptr_t item)
{
    put_gives(q, 0, item, NULL);
}

void
get(struct subject *q, uintptr_t item)
{
    uintptr_t got = ~item;
    int error = q->is->get(q->queue, &got, NULL);

    expect(!error, "get gives %s, not item %zu", error_word(error),
           (size_t)item);
    expect(got == item, "get gives item %zu, not %zu", (size_t)got,
           (size_t)item);
}

void
put_gives(struct subject *q, int error, uintptr_t item,
          const struct timespec *deadline)
{
    int gives = q->is->put(q->queue, item, deadline);

    expect(gives == error, "put of item %zu gives %s, not %s", (size_t)item,
           error_word(gives), error_word(error));
}

void
get_gives(struct subject *q, int error, const struct timespec *deadline)
{
    uintptr_t item = 12345;
    int gives = q->is->get(q->queue, &item, deadline);

    expect(gives == error, "get gives %s, not %s", error_word(gives),
           error_word(error));
    expect(!error || item == 12345, "a failed get writes item %zu",
           (size_t)item);
}

void
fill(struct subject *q, size_t n)
{
    for (size_t i = 1; i <= n; i++)
        put(q, i);
}

void
drain(struct subject *q, size_t n)
{
    for (size_t i = 1; i <= n; i++)
        get(q, i);
}

void
size_is(struct subject *q, size_t n)
{
    size_t size = q->is->size(q->queue);

    expect(size == n, "the size is %zu, not %zu", size, n);
}

void
close_it(struct subject *q)
{
    q->is->close(q->queue, NULL, NULL);
}

static void
note_drop(void *next, uintptr_t item)
{
    uintptr_t expected = (*(uintptr_t *)next)++;

    expect(item == expected, "item %zu is dropped, not %zu", (size_t)item,
           (size_t)expected);
}

void
drop_all(struct subject *q, uintptr_t first, size_t n)
{
    uintptr_t next = first;

    q->is->close(q->queue, note_drop, &next);
    expect(next == first + n, "%zu items are dropped, not %zu",
           (size_t)(next - first), n);
}

void
done_gives(struct subject *q, int error)
{
    int gives = q->is->task_done(q->queue);

    expect(gives == error, "task_done gives %s, not %s", error_word(gives),
           error_word(error));
}

void
join_gives(struct subject *q, int error, const struct timespec *deadline)
{
    int gives = q->is->join(q->queue, deadline);

    expect(gives == error, "join gives %s, not %s", error_word(gives),
           error_word(error));
}
