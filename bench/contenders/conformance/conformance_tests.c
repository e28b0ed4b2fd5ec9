/* The tests of a contender's claims: those of one thread.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <poll.h>
#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

#include "clock.h"
#include "conformance_tests.h"

static const struct timespec never = {0, 0};

bool
holds(bool condition, char *why, const char *format, ...)
{
    va_list arguments;

    if (condition)
        return true;
    va_start(arguments, format);
    vsnprintf(why, CONFORMANCE_WHY, format, arguments);
    va_end(arguments);
    return false;
}

/* Makes the queue and puts n items in, 0 among them; NULL when it cannot.  The
 * queue is kept for as long as the test's process lives.
 */
static void *
filled(const struct trial *trial, size_t n, char *why)
{
    static void *q;
    const struct contender *c = trial->contender;
    int error = c->create(c, trial->capacity, &q);

    if (!holds(!error, why, "create gives %s", error_word(error)))
        return NULL;
    for (size_t i = 0; i < n; i++) {
        error = c->put(q, i, NULL);
        if (!holds(!error, why, "put %zu gives %s", i, error_word(error)))
            return NULL;
    }
    return q;
}

static size_t
some(const struct trial *trial)
{
    return trial->capacity && trial->capacity < 100 ? trial->capacity : 100;
}

static void
order(const struct trial *trial, char *why)
{
    const struct contender *c = trial->contender;
    size_t n = some(trial);
    void *q = filled(trial, n, why);
    uintptr_t item = 12345;

    if (!q || !holds(c->size(q) == n, why, "size %zu", c->size(q)))
        return;
    for (size_t i = 0; i < n; i++) {
        int error = c->get(q, &item, NULL);
        if (!holds(!error && item == i, why, "get %zu gives %s, item %zu", i,
                   error_word(error), (size_t)item))
            return;
    }
    int error = c->destroy(q);
    holds(!error, why, "destroy gives %s", error_word(error));
}

static void
empty(const struct trial *trial, char *why)
{
    const struct contender *c = trial->contender;
    void *q = filled(trial, 0, why);
    uintptr_t item = 7;

    if (!q)
        return;
    int error = c->get(q, &item, &never);
    if (holds(error == EAGAIN, why, "get gives %s, not EAGAIN",
              error_word(error)))
        holds(item == 7, why, "get wrote an item that there is not");
}

static void
capacity(const struct trial *trial, char *why)
{
    const struct contender *c = trial->contender;
    void *q = filled(trial, trial->capacity, why);
    uintptr_t item;

    if (!q)
        return;
    int error = c->put(q, 1, &never);
    if (!holds(error == EAGAIN, why, "one put too many gives %s, not EAGAIN",
               error_word(error)))
        return;
    c->get(q, &item, NULL);
    error = c->put(q, 1, &never);
    holds(!error, why, "put after a get gives %s", error_word(error));
}

static void
drains(const struct trial *trial, char *why)
{
    const struct contender *c = trial->contender;
    size_t n = some(trial);
    void *q = filled(trial, n, why);
    uintptr_t item;

    if (!q)
        return;
    c->close(q, NULL, NULL);
    c->close(q, NULL, NULL);
    int error = c->put(q, 1, &never);
    if (!holds(error == EPIPE, why, "put after close gives %s",
               error_word(error)))
        return;
    for (size_t i = 0; i < n; i++) {
        error = c->get(q, &item, NULL);
        if (!holds(!error && item == i, why, "get %zu after close gives %s", i,
                   error_word(error)))
            return;
    }
    error = c->get(q, &item, NULL);
    holds(error == EPIPE, why, "get from a closed and drained queue gives %s",
          error_word(error));
}

static void
count_drop(void *context, uintptr_t item)
{
    (void)item;
    ++*(size_t *)context;
}

static void
drops(const struct trial *trial, char *why)
{
    const struct contender *c = trial->contender;
    size_t n = some(trial), n_dropped = 0;
    void *q = filled(trial, n, why);
    uintptr_t item;

    if (!q)
        return;
    c->close(q, count_drop, &n_dropped);
    if (!holds(n_dropped == n, why, "%zu of %zu dropped", n_dropped, n))
        return;
    int error = c->get(q, &item, NULL);
    holds(error == EPIPE, why, "get after that gives %s", error_word(error));
}

static void
deadlines(const struct trial *trial, char *why)
{
    const struct contender *c = trial->contender;
    void *q = filled(trial, 1, why);
    int64_t until_ns = clock_now_ns() + 20 * NS_PER_MS;
    struct timespec past = {1, 0}, soon = clock_timespec(until_ns);
    uintptr_t item;

    if (!q)
        return;
    int error = c->get(q, &item, &past);
    if (!holds(!error, why, "an item that is there is not taken: %s",
               error_word(error)))
        return;
    error = c->get(q, &item, &past);
    if (!holds(error == ETIMEDOUT, why, "a past deadline gives %s",
               error_word(error)))
        return;
    error = c->get(q, &item, &soon);
    if (holds(error == ETIMEDOUT, why, "a deadline gives %s",
              error_word(error)))
        holds(clock_now_ns() >= until_ns, why, "returns before its deadline");
}

static void
joins(const struct trial *trial, char *why)
{
    const struct contender *c = trial->contender;
    void *q = filled(trial, 1, why);
    uintptr_t item;

    if (!q)
        return;
    c->get(q, &item, NULL);
    int error = c->join(q, &never);
    if (!holds(error == EAGAIN, why, "join with an item in hand gives %s",
               error_word(error)))
        return;
    if (!holds(c->task_done(q) == 0, why, "task_done fails"))
        return;
    if (!holds(c->task_done(q) == EINVAL, why, "task_done too often is taken"))
        return;
    error = c->join(q, NULL);
    holds(!error, why, "join gives %s", error_word(error));
}

static void
descriptor(const struct trial *trial, char *why)
{
    const struct contender *c = trial->contender;
    void *q = filled(trial, 0, why);
    uint64_t count;

    if (!q)
        return;
    struct pollfd fd = {.fd = c->fd(q), .events = POLLIN};
    if (!holds(poll(&fd, 1, 0) == 0, why, "readable while empty"))
        return;
    c->put(q, 1, NULL);
    if (!holds(poll(&fd, 1, 0) == 1, why, "not readable after a put"))
        return;
    holds(read(fd.fd, &count, sizeof(count)) == sizeof(count) &&
              poll(&fd, 1, 0) == 0,
          why, "readable after it was read");
}

const struct conformance_test conformance_tests[] = {
    {"order", 0, false, false, order},
    {"empty", 0, false, false, empty},
    {"capacity", CONTENDER_BOUNDED, false, false, capacity},
    {"close", CONTENDER_CLOSE, false, false, drains},
    {"close and drop", CONTENDER_CLOSE, false, false, drops},
    {"deadlines", CONTENDER_TIMED, false, false, deadlines},
    {"join", CONTENDER_JOIN, false, false, joins},
    {"descriptor", CONTENDER_FD, false, false, descriptor},
    {"sums", 0, true, false, conform_sums},
    {"close wakes", CONTENDER_CLOSE, true, false, conform_close_wakes},
    {NULL, 0, false, false, NULL},
};
