/* Getting an item: look, wait, look again; an item that had its attempts is buried.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>

#include "clock.h"
#include "deadline.h"
#include "inside.h"

/* One look, after a wait if there is time for one.  An item that had its attempts
 * is buried, and the next one got.
 */
static int
look(struct far *q, const struct what *what)
{
    int error = what->ns ? far_wait(q, what->item, what->ns)
                         : q->engine->look(q->connection, what->item);

    while (!error && what->item->attempts > q->options.attempts) {
        error = q->engine->bury(q->connection, what->item);
        if (!error)
            error = q->engine->look(q->connection, what->item);
    }
    return error;
}

/* How long to wait now; 0 once the deadline is over. */
int64_t
far_time_left(const struct far *q, const struct timespec *deadline)
{
    int64_t now_ns = clock_now_ns();
    int64_t most_ns =
        q->options.wait == FAR_NAP ? q->options.nap_ns : q->options.lease_ns;

    if (deadline_is_never(deadline))
        return 0;
    int64_t left_ns = deadline_or_in(deadline, now_ns, most_ns) - now_ns;
    return left_ns > 0 ? left_ns : 0;
}

static int
look_now(struct far *q, struct far_item *item)
{
    struct what what = {.item = item};
    unsigned n_tries;
    int error = far_patiently(q, look, &what, &n_tries);

    atomic_fetch_add(&q->n_looks, n_tries);
    atomic_fetch_add(&q->n_empty, error == EAGAIN);
    return error;
}

/* EAGAIN when it is time to look again. */
int
far_wait_for_more(struct far *q, struct far_item *item, int64_t ns)
{
    struct what what = {.item = item, .ns = ns};
    unsigned n_tries;

    int error = q->options.wait == FAR_WOKEN
                    ? far_patiently(q, look, &what, &n_tries)
                    : far_nap(q, ns);
    if (q->options.wait == FAR_NAP)
        return error ? error : EAGAIN;
    atomic_fetch_add(&q->n_looks, !error); /* the engine has looked as well */
    return error;
}

/* No wake-up is lost: the engine's wait returns also for what came after the
 * empty look before it.
 */
int
far_get(struct far *q, struct far_item *item, const struct timespec *deadline)
{
    for (;;) {
        int error = look_now(q, item);
        if (error != EAGAIN)
            return error;
        int64_t wait_ns = far_time_left(q, deadline);
        if (wait_ns == 0)
            return ETIMEDOUT;
        error = far_wait_for_more(q, item, wait_ns);
        if (error != EAGAIN)
            return error;
    }
}
