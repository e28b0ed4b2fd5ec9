/* A program under measurement: started, held at its gates, read, ended.
 * SPDX-License-Identifier: MIT
 *
 *     child_start(&child, "build/bin/polling", "--items 1000", CHILD_GATE);
 *     child_reach(&child, "ready");
 *     ... probe ...
 *     child_go(&child);
 *     child_reach(&child, "done");
 *     ... probe ...
 *     child_go(&child);
 *     child_finish(&child);
 *
 * The functions return 0 or an error number; when one fails the caller still
 * calls child_finish, which then kills.  What the program forks ends with it.
 * For one thread, in a process that called process_adopt_strays.
 */
#ifndef DOORBELL_BENCH_RUN_CHILD_CHILD_H
#define DOORBELL_BENCH_RUN_CHILD_CHILD_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <sys/resource.h>
#include <sys/types.h>

#include "gauges.h"

enum {
    CHILD_OUTPUT_BYTES = 1 << 20,
    CHILD_MESSAGE_BYTES = 1024,
    CHILD_LIMIT_MS = 60000
};

struct child {
    pid_t pid;
    int gate;              /* our end of the socket */
    int output;            /* its stdout */
    struct gauges *gauges; /* mapped, or NULL */
    bool failed;
    /* Set before the start, or 0: what ends each wait, and when it is too long
     * (CHILD_LIMIT_MS).
     */
    const atomic_bool *stop;
    int limit_ms;
    /* After child_finish: whether it had to be killed, or had closed its gate too
     * soon; its status as of waitpid, and what it used.
     */
    bool was_killed, closed_gate;
    int status;
    struct rusage usage;
    char text[CHILD_OUTPUT_BYTES]; /* what it printed, after child_finish */
    char messages[CHILD_MESSAGE_BYTES]; /* the start of its stderr, ditto */
    int errors;                         /* its stderr, a file */
};

/* Which ways to talk it gets: with --gate FD, and with --gauges FD. */
enum { CHILD_GATE = 1, CHILD_GAUGES = 2 };

/* Runs path with the arguments, which single blanks part, and with "--format
 * tsv" and what the ways need before them.
 */
int child_start(struct child *child, const char *path, const char *arguments,
                int ways);

/* Waits until it is at the gate of that name: ETIMEDOUT after
 * the limit, ECANCELED once *stop, EPIPE when it has ended instead.  child_reach_within waits
 * for at most ms and returns EAGAIN when it is not there yet.
 */
int child_reach(struct child *child, const char *word);
int child_reach_within(struct child *child, const char *word, int ms);

/* Opens the gate at which it waits. */
int child_go(struct child *child);

/* Reads what is left of its output, waits for its end, gives all back. */
void child_finish(struct child *child);

/* The value behind key in the TSV that it printed, or otherwise. */
double child_value(const struct child *child, const char *key,
                   double otherwise);

/* The sum over "list.0.key", "list.1.key", ... */
double child_sum(const struct child *child, const char *list, const char *key);

#endif
