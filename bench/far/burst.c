/* A burst: all items are put, and then got and done, in batches.
 * SPDX-License-Identifier: MIT
 *
 * One thread and one connection: what is counted, the round trips and the bytes, is
 * the same in each run.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/far/far.h"
#include "clock.h"
#include "die.h"
#include "program/run/gate.h"

/* What a server may take until what it has confirmed is there. */
#define LIMIT_NS (5 * NS_PER_S)

static size_t
part(const struct far_load *load, size_t done)
{
    size_t left = load->n_items - done;

    return left < load->n_batch ? left : load->n_batch;
}

static void
put_batch(struct far *q, size_t first, size_t n)
{
    static char keys[FAR_BATCH][FAR_KEY];
    struct far_entry entries[FAR_BATCH];

    for (size_t i = 0; i < n; i++) {
        snprintf(keys[i], FAR_KEY, "%zu", first + i);
        entries[i] = (struct far_entry){keys[i], "an item", 0};
    }
    int error = far_put_n(q, entries, n);
    for (size_t i = 0; !error && i < n; i++)
        error = entries[i].error;
    if (error)
        die("put of %zu items from %zu on: %s", n, first, strerror(error));
}

/* Each item once, and in order, since nobody else is there. */
static size_t
take_batch(struct far_load *load, struct far *q, size_t first, size_t most)
{
    static struct far_item items[FAR_BATCH];
    struct timespec until = clock_timespec(clock_now_ns() + LIMIT_NS);
    size_t n;
    int error = far_get_n(q, items, most, &n, &until);

    if (!error)
        error = far_done_n(q, items, n);
    if (error)
        die("get after %zu items: %s", first, strerror(error));
    for (size_t i = 0; i < n; i++)
        load->n_wrong += strtoul(items[i].key, NULL, 10) != first + i;
    return n;
}

void
far_burst_run(struct far_load *load)
{
    struct far *q = queue_open(load);

    gate_pass(load->gate_fd, "ready");
    struct far_looks before = far_looks(q);
    wire_begin(&load->wire);
    int64_t start_ns = clock_now_ns();
    for (size_t n = 0; n < load->n_items; n += load->n_batch)
        put_batch(q, n, part(load, n));
    for (size_t n = 0; n < load->n_items; n = load->n_done)
        load->n_done += (unsigned)take_batch(load, q, n, part(load, n));
    load->wall_ns = clock_now_ns() - start_ns;
    wire_end(&load->wire);
    queue_count(load, before, far_looks(q));
    gate_pass(load->gate_fd, "done");
    queue_check_empty(load, q);
    queue_end(q);
}
