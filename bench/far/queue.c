/* The queue of a load: opened, counted, and left as if it had not been.
 * SPDX-License-Identifier: MIT
 */
#include <string.h>

#include "bench/far/far.h"
#include "clock.h"
#include "die.h"

struct far *
far_must_open(const struct far_options *options)
{
    struct far *q = NULL;
    int error = far_open(&q, options);

    if (error)
        die("cannot open the queue: %s", strerror(error));
    return q;
}

/* The producer never waits for an item, so it needs no doorbell. */
struct far *
queue_open(const struct far_load *load)
{
    struct far_options options = load->options;

    options.wait = FAR_NAP;
    options.nap_ns = NS_PER_S;
    return far_must_open(&options);
}

void
queue_count(struct far_load *load, struct far_looks from, struct far_looks to)
{
    load->looks.looks += to.looks - from.looks;
    load->looks.empty += to.empty - from.empty;
    load->looks.asked += to.asked - from.asked;
    load->looks.trips += to.trips - from.trips;
}

void
queue_check_empty(struct far_load *load, struct far *q)
{
    struct far_length left = {0};
    int error = far_length(q, &left);

    if (error)
        die("length: %s", strerror(error));
    bool is_left = left.in_flight && left.in_flight != FAR_UNKNOWN;
    load->n_wrong += left.ready + left.dead > 0 || is_left;
}

void
queue_end(struct far *q)
{
    int error = far_drop(q);

    if (error)
        die("drop: %s", strerror(error));
    far_close(q);
}
