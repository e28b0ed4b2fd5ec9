/* What loads a far queue: some workers, one producer, one way to wait.
 * SPDX-License-Identifier: MIT
 *
 * As the rig for queues of this process: it passes the gates "ready" and "done",
 * and reports as TSV.  The bench reads the server's costs from outside.
 */
#ifndef DOORBELL_BENCH_FAR_FAR_H
#define DOORBELL_BENCH_FAR_FAR_H

#include <stdatomic.h>

#include "bench/far/wire.h"
#include "far/far.h"

struct far_load {
    /* What it was asked. */
    struct far_options options;
    bool hands_out; /* one listener for all workers; else one for each */
    uint64_t n_workers, n_items, seed;
    int64_t
        limit_ns; /* of one wait, after which a worker asks again; 0: none */
    int64_t every_ns; /* mean time between two items */
    int64_t for_ns;   /* idle: how long */
    uint64_t n_batch; /* burst: how many items at once */
    int gate_fd;

    /* What came of it; by item, in ns: until its put began, from there until a
     * worker had it, and from when it was due until it was done.
     */
    int64_t *late_ns, *notice_ns, *delay_ns;
    atomic_uint n_done;
    atomic_uint n_wrong; /* items that came twice, or were never put */
    int64_t wall_ns;
    struct far_looks looks; /* of all, between the gates */
    struct wire wire;       /* the same */
};

struct far_mode {
    const char *name;
    void (*run)(struct far_load *load);
};

/* The modes.  Each dies when something fails that should not.
 *
 * load    the workers wait; items come on a jittered schedule that does not care
 *         whether they keep up (open loop)
 * idle    the workers wait, and nothing comes
 * ping    bare round trips, with pauses, without workers
 * put     puts, with pauses, without workers
 * burst   all items are put, then got and done, in batches, by one thread
 */
void far_load_run(struct far_load *load);
void far_idle_run(struct far_load *load);
void far_ping_run(struct far_load *load);
void far_put_run(struct far_load *load);
void far_burst_run(struct far_load *load);

/* The workers; start returns when each has looked once, so that all wait. */
struct far_crew;
struct far_crew *crew_start(struct far_load *load, int64_t *begun_ns);
struct far_looks crew_looks(const struct far_crew *crew);
void crew_wait(struct far_crew *crew); /* until all items are done */
void crew_end(struct far_crew *crew);

/* Opens a queue for the calling thread, or dies; never shows the URL. */
struct far *far_must_open(const struct far_options *options);

/* In queue.c.  Opens the load's queue for a thread that never waits for an item.
 * Adds to the load what was asked between two moments.  Nothing may be left in the
 * engine at the end, and the server may be the reader's own: end forgets the
 * queue there, and closes it.
 */
struct far *queue_open(const struct far_load *load);
void queue_count(struct far_load *load, struct far_looks from,
                 struct far_looks to);
void queue_check_empty(struct far_load *load, struct far *q);
void queue_end(struct far *q);

/* far --serve: starts a server of each engine that is installed, prints a line
 * "ENGINE PID URL" for each and "ready", and ends them when it gets SIGTERM.
 */
int far_serve(void);
void far_serve_except(const char *name); /* before it: not that engine */

/* Reads the command line; NULL: it shall serve. */
const struct far_mode *far_options_parse(struct far_load *load, int argc,
                                         char **argv);

#endif
