/* A run whose queues are on a server, and whose workers are processes.
 * SPDX-License-Identifier: MIT
 *
 * Each stage has a far queue before it, and the last one has one behind it.  A worker
 * is a process: it gets an item, works on it, puts it into the next queue, and only
 * then says that it is done.  So a worker that is killed loses nothing; its
 * item comes again after the lease, and the keys tell main which one came twice.
 *
 * An item travels as its number and what became of it.  What the stages keep in it,
 * a photo, goes into a file of a private folder, since a queue is no place for large
 * bodies (a claim check).
 *
 * Nothing of a server's library is used before the workers are forked: it may have
 * threads, which a child would lack.
 */
#ifndef DOORBELL_PROGRAM_REMOTE_REMOTE_H
#define DOORBELL_PROGRAM_REMOTE_REMOTE_H

#include "far/calls.h"
#include "program/run/run.h"

/* In memory that main shares with its workers. */
struct remote_shared {
    atomic_bool stop;           /* work no more: items pass on as interrupted */
    atomic_uint n_opened;       /* workers that have their connections */
    struct worker_tally rows[]; /* one for each worker */
};

struct remote_worker {
    pid_t pid;
    size_t stage, index; /* of the stage, and among its workers */
    bool has_ended;
};

struct remote {
    const struct far_calls *far;
    struct run *run;
    struct options *options;
    int64_t patience_ns;  /* with a server that is away */
    char prefix[24];      /* of the names of this run's queues */
    char folder[64];      /* for what the items hold; "": none is needed */
    struct far *in, *out; /* of main: before the first stage, behind the last */
    size_t n_workers;
    struct remote_worker *workers;
    struct remote_shared *shared;
};

/* Runs all and fills the report, as run_pipeline and run_collect do.  Dies when the
 * server cannot be used, or all workers of a stage have ended.
 */
void remote_run(struct run *run, struct options *options,
                const atomic_bool *stop);

/* In load.c.  The plug-in's table; dies without it.  Opens queue i, the one before
 * stage i, or behind the last; how it waits is what the page is about, and
 * nap_ns is for a page that naps.  Words for an error of it.
 */
const struct far_calls *remote_load(const char *url);
int remote_open(const struct remote *r, size_t i, int64_t nap_ns,
                struct far **q);
const char *remote_words(int error);

/* In carry.c.  Writes what the item is for stage i: into the body of FAR_BODY bytes,
 * and into a file; an item whose data cannot travel fails.  And back again, into
 * an item that has its number; without data where that is NULL.
 */
void remote_pack(const struct remote *r, struct item *item, size_t i,
                 char *body);
void remote_unpack(const struct remote *r, struct item *item, size_t i,
                   const char *body, const struct stage_carrier *carrier);
void remote_forget(const struct remote *r, size_t number, size_t i);

/* In worker.c: the whole life of a worker's process. */
__attribute__((noreturn)) void remote_work(struct remote *r,
                                           struct remote_worker *w,
                                           struct worker_tally *row);

/* In crew.c.  Starts the workers, and returns when all have their connections; looks
 * whether they live, and dies when a stage has none left; ends them, and adds the CPU
 * time that they used.
 */
void crew_start(struct remote *r);
void crew_watch(struct remote *r);
int64_t crew_end(struct remote *r);

/* In fill.c: the workers and queues of the report, once the workers have ended. */
void remote_fill(struct remote *r);

/* In begin.c.  Dies with one line for what is wrong; returns with the crew at work and
 * the queues of main open.  And forgets the queues in the server, and the folder; also
 * for an end in need.
 */
void remote_begin(struct remote *r);
void remote_clean(struct remote *r);

#endif
