/* A worker that is killed.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "die.h"
#include "killed.h"
#include "process.h"

struct far *
killed_open(const struct killed *k)
{
    struct far *q = NULL;
    int error = far_open(&q, &k->options);

    if (error)
        die("cannot open the queue: %s", strerror(error));
    return q;
}

/* Works until it is killed, or until the queue is at rest: nothing for ten
 * leases.
 */
static void
work(const struct killed *k)
{
    struct far *q = killed_open(k);
    struct far_item item;
    int error;

    for (;;) {
        struct timespec rest =
            clock_timespec(clock_now_ns() + 10 * k->options.lease_ns);
        if ((error = far_get(q, &item, &rest)))
            break;
        int i = atoi(item.key);
        atomic_fetch_add(k->n_got, 1);
        clock_nap(KILLED_WORK_NS / 2);
        if (i % KILLED_POISON)
            atomic_fetch_add(&k->worked_on[i], 1);
        clock_nap(KILLED_WORK_NS / 2);
        error = i % KILLED_POISON ? far_done(q, &item) : far_fail(q, &item);
        if (error)
            break;
    }
    far_close(q);
    if (error != ETIMEDOUT)
        warn_line("a worker ends: %s", strerror(error));
    _exit(error == ETIMEDOUT ? 0 : 1);
}

pid_t
killed_worker(const struct killed *k)
{
    pid_t parent = getpid(), child = fork();

    if (child < 0)
        die("cannot fork: %s", strerror(errno));
    if (child == 0) {
        process_begin_child(parent);
        signal(SIGPIPE, SIG_IGN);
        work(k);
    }
    return child;
}
