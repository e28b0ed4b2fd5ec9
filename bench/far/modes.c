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

void
far_load_run(struct far_load *load)
{
    int64_t *begun_ns = samples(load->n_items);
    struct far *q = queue_open(load);
    struct far_crew *crew = crew_start(load, begun_ns);

    prctl(PR_SET_TIMERSLACK, 1UL); /* for the schedule alone */
    gate_pass(load->gate_fd, "ready");
    struct far_looks workers = crew_looks(crew), producer = far_looks(q);
    wire_begin(&load->wire);
    int64_t start_ns = clock_now_ns();
    produce(load, q, begun_ns);
    crew_wait(crew);
    load->wall_ns = clock_now_ns() - start_ns;
    wire_end(&load->wire);
    queue_count(load, workers, crew_looks(crew));
    queue_count(load, producer, far_looks(q));
    gate_pass(load->gate_fd, "done");
    crew_end(crew);
    queue_check_empty(load, q);
    queue_end(q);
    free(begun_ns);
}

void
far_idle_run(struct far_load *load)
{
    struct far *q = queue_open(load); /* so that there is a queue */

    load->n_items = 0;
    struct far_crew *crew = crew_start(load, NULL);
    gate_pass(load->gate_fd, "ready");
    struct far_looks before = crew_looks(crew);
    wire_begin(&load->wire);
    int64_t start_ns = clock_now_ns();
    clock_nap(load->for_ns);
    load->wall_ns = clock_now_ns() - start_ns;
    wire_end(&load->wire);
    queue_count(load, before, crew_looks(crew));
    gate_pass(load->gate_fd, "done");
    crew_end(crew);
    queue_end(q);
}

/* Times n calls, each after a pause, since the workers find an idle machine as
 * well; the delay of each is how long it took.
 */
static void
time_calls(struct far_load *load, void (*call)(struct far *q, size_t i))
{
    struct far *q = queue_open(load);

    gate_pass(load->gate_fd, "ready");
    struct far_looks before = far_looks(q);
    wire_begin(&load->wire);
    int64_t start_ns = clock_now_ns();
    for (size_t i = 0; i < load->n_items; i++) {
        clock_nap(load->every_ns);
        int64_t at_ns = clock_now_ns();
        call(q, i);
        load->delay_ns[i] = clock_now_ns() - at_ns;
        load->n_done++;
    }
    load->wall_ns = clock_now_ns() - start_ns;
    wire_end(&load->wire);
    queue_count(load, before, far_looks(q));
    gate_pass(load->gate_fd, "done");
    queue_end(q);
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
