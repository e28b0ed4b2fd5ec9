/* The modes in which a far queue is loaded.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>

#include "bench/far/far.h"
#include "clock.h"
#include "die.h"
#include "program/run/gate.h"
#include "random.h"

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
static struct far *
open_producer(const struct far_load *load)
{
    struct far_options options = load->options;

    options.wait = FAR_NAP;
    options.nap_ns = NS_PER_S;
    return far_must_open(&options);
}

static void
put_item(struct far *q, size_t i)
{
    char key[FAR_KEY];

    snprintf(key, sizeof(key), "%zu", i);
    int error = far_put(q, key, "an item");
    if (error)
        die("put of item %zu: %s", i, strerror(error));
}

static int64_t *
samples(size_t n)
{
    int64_t *ns = calloc(n + 1, sizeof(*ns));

    if (!ns)
        die("%zu samples: %s", n, strerror(ENOMEM));
    return ns;
}

/* Puts the items on a jittered schedule.  Its own lateness is a sample apart. */
static void
produce(struct far_load *load, struct far *q, int64_t *begun_ns)
{
    uint64_t random = load->seed;
    int64_t due_ns = clock_now_ns();

    for (size_t i = 0; i < load->n_items; i++) {
        due_ns +=
            (int64_t)((double)load->every_ns * (0.5 + random_unit(&random)));
        while (clock_sleep_until(due_ns))
            continue;
        int64_t now_ns = clock_now_ns();
        load->late_ns[i] = now_ns - due_ns;
        __atomic_store_n(&begun_ns[i], now_ns, __ATOMIC_RELEASE);
        put_item(q, i);
    }
}

/* From here on the wire is counted, until end_wire. */
static void
begin_wire(struct far_load *load)
{
    load->wire = wire_counts();
}

static void
end_wire(struct far_load *load)
{
    struct wire now = wire_counts();

    load->wire.sent_bytes = now.sent_bytes - load->wire.sent_bytes;
    load->wire.got_bytes = now.got_bytes - load->wire.got_bytes;
}

static void
add_looks(struct far_load *load, struct far_looks from, struct far_looks to)
{
    load->looks.looks += to.looks - from.looks;
    load->looks.empty += to.empty - from.empty;
    load->looks.asked += to.asked - from.asked;
    load->looks.trips += to.trips - from.trips;
}

/* Nothing may be left in the engine at the end. */
static void
check_empty(struct far_load *load, struct far *q)
{
    struct far_length left = {0};
    int error = far_length(q, &left);

    if (error)
        die("length: %s", strerror(error));
    bool is_left = left.in_flight && left.in_flight != FAR_UNKNOWN;
    load->n_wrong += left.ready + left.dead > 0 || is_left;
}

/* The server may be the reader's own: nothing is left there. */
static void
end_queue(struct far *q)
{
    int error = far_drop(q);

    if (error)
        die("drop: %s", strerror(error));
    far_close(q);
}

void
far_load_run(struct far_load *load)
{
    int64_t *begun_ns = samples(load->n_items);
    struct far *q = open_producer(load);
    struct far_crew *crew = crew_start(load, begun_ns);

    prctl(PR_SET_TIMERSLACK, 1UL); /* for the schedule alone */
    gate_pass(load->gate_fd, "ready");
    struct far_looks workers = crew_looks(crew), producer = far_looks(q);
    begin_wire(load);
    int64_t start_ns = clock_now_ns();
    produce(load, q, begun_ns);
    crew_wait(crew);
    load->wall_ns = clock_now_ns() - start_ns;
    end_wire(load);
    add_looks(load, workers, crew_looks(crew));
    add_looks(load, producer, far_looks(q));
    gate_pass(load->gate_fd, "done");
    crew_end(crew);
    check_empty(load, q);
    end_queue(q);
    free(begun_ns);
}

void
far_idle_run(struct far_load *load)
{
    struct far *q = open_producer(load); /* so that there is a queue */

    load->n_items = 0;
    struct far_crew *crew = crew_start(load, NULL);
    gate_pass(load->gate_fd, "ready");
    struct far_looks before = crew_looks(crew);
    begin_wire(load);
    int64_t start_ns = clock_now_ns();
    clock_nap(load->for_ns);
    load->wall_ns = clock_now_ns() - start_ns;
    end_wire(load);
    add_looks(load, before, crew_looks(crew));
    gate_pass(load->gate_fd, "done");
    crew_end(crew);
    end_queue(q);
}

/* Times n calls, each after a pause, since the workers find an idle machine as
 * well; the delay of each is how long it took.
 */
static void
time_calls(struct far_load *load, void (*call)(struct far *q, size_t i))
{
    struct far *q = open_producer(load);

    gate_pass(load->gate_fd, "ready");
    struct far_looks before = far_looks(q);
    begin_wire(load);
    int64_t start_ns = clock_now_ns();
    for (size_t i = 0; i < load->n_items; i++) {
        clock_nap(load->every_ns);
        int64_t at_ns = clock_now_ns();
        call(q, i);
        load->delay_ns[i] = clock_now_ns() - at_ns;
        load->n_done++;
    }
    load->wall_ns = clock_now_ns() - start_ns;
    end_wire(load);
    add_looks(load, before, far_looks(q));
    gate_pass(load->gate_fd, "done");
    end_queue(q);
}

static void
ping(struct far *q, size_t i)
{
    int error = far_ping(q);

    if (error)
        die("ping %zu: %s", i, strerror(error));
}

void
far_ping_run(struct far_load *load)
{
    time_calls(load, ping);
}

void
far_put_run(struct far_load *load)
{
    time_calls(load, put_item);
}
