/* Cases: a descriptor says that an item may be there.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <poll.h>
#include <unistd.h>

#include "bench/contenders/cases/case.h"

static bool
readable(struct subject *q)
{
    struct pollfd fd = {.fd = q->is->fd(q->queue), .events = POLLIN};

    return poll(&fd, 1, 0) == 1;
}

static void
read_it(struct subject *q)
{
    uint64_t n = 0;

    expect(read(q->is->fd(q->queue), &n, sizeof(n)) == sizeof(n),
           "8 bytes cannot be read");
}

CASE(descriptor, it_is_quiet_while_the_queue_is_empty, FD)
{
    expect(!readable(q), "it is readable");
}

CASE(descriptor, it_is_the_same_each_time, FD)
{
    expect(q->is->fd(q->queue) == q->is->fd(q->queue), "there are two");
    expect(q->is->fd(q->queue) >= 0, "there is none");
}

CASE(descriptor, a_put_makes_it_readable, FD)
{
    expect(!readable(q), "it is readable");
    put(q, 1);
    expect(readable(q), "it is not readable");
}

CASE(descriptor, it_tells_of_items_that_came_before_it_was_asked_for, FD)
{
    put(q, 1);
    expect(readable(q), "it is not readable");
}

CASE(descriptor, who_has_read_it_waits_for_the_next_put, FD)
{
    expect(!readable(q), "it is readable");
    put(q, 1);
    read_it(q);
    expect(!readable(q), "it is readable after it was read");
    get(q, 1);
    put(q, 2);
    expect(readable(q), "it is not readable");
}

CASE(descriptor, a_refused_put_leaves_it_quiet, FD | BOUNDED)
{
    expect(!readable(q), "it is readable");
    fill(q, q->capacity);
    read_it(q);
    put_gives(q, EAGAIN, 99, &never);
    expect(!readable(q), "it is readable");
}

CASE(descriptor, a_close_makes_it_readable, FD | CLOSE)
{
    expect(!readable(q), "it is readable");
    close_it(q);
    expect(readable(q), "it is not readable");
    get_gives(q, EPIPE, &never);
}
