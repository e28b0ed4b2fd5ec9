/* A recorder: one thread's calls, stamped.
 * SPDX-License-Identifier: MIT
 */
#include "recorder.h"

static struct call *
begin(struct recorder *r, enum call_kind kind)
{
    struct call *c = &r->calls[r->n++];

    *c = (struct call){.kind = kind, .task = r->task};
    c->began = atomic_fetch_add(r->stamp, 1) + 1;
    return c;
}

static void
end(struct recorder *r, struct call *c, int result)
{
    c->ended = atomic_fetch_add(r->stamp, 1) + 1;
    c->result = result;
    atomic_fetch_add(r->n_returned, 1);
}

void
recorder_put(struct recorder *r, const struct timespec *deadline)
{
    struct call *c = begin(r, CALL_PUT);

    r->n_puts_left--;
    c->item = r->task * 100 + r->n;
    end(r, c, r->c->put(r->queue, c->item, deadline));
}

/* Returns what the call returned. */
int
recorder_get(struct recorder *r, const struct timespec *deadline)
{
    struct call *c = begin(r, CALL_GET);
    uintptr_t item = 0;
    int error = r->c->get(r->queue, &item, deadline);

    c->item = item;
    end(r, c, error);
    return error;
}

void
recorder_size(struct recorder *r)
{
    struct call *c = begin(r, CALL_SIZE);

    c->item = r->c->size(r->queue);
    end(r, c, 0);
}

static void
note_drop(void *recorder, uintptr_t item)
{
    struct recorder *r = recorder;

    if (r->n <
        RECORDER_MOST) /* a queue that is wrong may drop more than it has */
        r->calls[r->n++] =
            (struct call){.kind = CALL_DROP, .task = r->task, .item = item};
}

/* What is dropped took effect within the close, and stands before it. */
void
recorder_close(struct recorder *r, bool drop)
{
    uint32_t began = atomic_fetch_add(r->stamp, 1) + 1;
    size_t first = r->n;

    r->c->close(r->queue, drop ? note_drop : NULL, r);
    r->calls[r->n++] = (struct call){.kind = CALL_CLOSE, .task = r->task};
    uint32_t ended = atomic_fetch_add(r->stamp, 1) + 1;
    for (size_t i = first; i < r->n; i++) {
        r->calls[i].began = began;
        r->calls[i].ended = ended;
    }
}
