/* What became of the items, once no worker is killed any more.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>

#include "killed.h"
#include "process.h"

static size_t
n_left(const struct far_length *n)
{
    return n->ready + (n->in_flight == FAR_UNKNOWN ? 0 : n->in_flight);
}

/* NATS 2.9, once killed, looks for items that are gone, for a lease each: a worker
 * may find nothing for long while there is more.
 */
int
killed_drain(const struct killed *k, struct far *q)
{
    struct far_length left = {.ready = 1};
    int failed = 0;

    while (!failed && n_left(&left) > 0) {
        pid_t last = killed_worker(k);
        while (!process_has_ended(last))
            process_wait(last, 1000);
        failed = process_end(last, NULL) != 0 || far_length(q, &left);
    }
    return failed;
}

/* What became of the items: each was done, or is a dead letter. */
int
killed_judge(const struct killed *k, struct far *q, const char *engine,
             int n_items, int n_kills)
{
    struct far_length left = {0};
    int error = far_length(q, &left);
    size_t n_done = 0, n_again = 0;

    for (int i = 0; i < n_items; i++) {
        n_done += k->worked_on[i] > 0;
        n_again += k->worked_on[i] > 1 ? k->worked_on[i] - 1 : 0;
    }
    printf("%s: %d kills, %d put = %zu done + %zu dead letters; %zu repeats, "
           "%zu left\n",
           engine, n_kills, n_items, n_done, left.dead, n_again, n_left(&left));
    return error || n_done + left.dead != (size_t)n_items ||
           n_left(&left) > 0 || n_again == 0;
}
