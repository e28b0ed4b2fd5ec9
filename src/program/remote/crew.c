/* The processes of a run over far queues.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "clock.h"
#include "die.h"
#include "process.h"
#include "remote.h"

enum { END_LIMIT_MS = 5000 };

static void
allocate(struct remote *r)
{
    size_t n = plan_n_workers(&r->options->plan);
    size_t size = sizeof(*r->shared) + n * sizeof(*r->shared->rows);

    r->workers = calloc(n, sizeof(*r->workers));
    r->shared = mmap(NULL, size, PROT_READ | PROT_WRITE,
                     MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (!r->workers || r->shared == MAP_FAILED)
        die("%zu workers: %s", n, strerror(ENOMEM));
    r->options->instrument.stop = &r->shared->stop;
    for (size_t i = 0; i < STAGES_MAX; i++)
        r->options->plan.options[i].stop = &r->shared->stop;
}

static void
start_one(struct remote *r, size_t stage, size_t index)
{
    struct remote_worker *w = &r->workers[r->n_workers];
    struct worker_tally *row = &r->shared->rows[r->n_workers];
    pid_t parent = getpid();

    *w = (struct remote_worker){.stage = stage, .index = index};
    row->stage = r->options->plan.stages[stage].name;
    row->index = index;
    fflush(NULL);
    w->pid = fork();
    if (w->pid < 0)
        die("cannot fork worker %zu: %s", r->n_workers, strerror(errno));
    if (w->pid == 0) {
        process_begin_child(parent);
        remote_work(r, w, row);
    }
    r->n_workers++;
}

void
crew_start(struct remote *r)
{
    const struct plan *plan = &r->options->plan;

    allocate(r);
    for (size_t stage = 0; stage < plan->n_stages; stage++)
        for (size_t i = 0; i < plan->n_workers[stage]; i++)
            start_one(r, stage, i);
    while (atomic_load(&r->shared->n_opened) < r->n_workers) {
        crew_watch(r);
        clock_nap(NS_PER_MS);
    }
}

static size_t
n_left(const struct remote *r, size_t stage)
{
    size_t n = 0;

    for (size_t i = 0; i < r->n_workers; i++)
        n += r->workers[i].stage == stage && !r->workers[i].has_ended;
    return n;
}

/* Nothing reports the end of a worker that ends while the crew starts. */
void
crew_watch(struct remote *r)
{
    bool starts = atomic_load(&r->shared->n_opened) < r->n_workers;

    for (size_t i = 0; i < r->n_workers; i++) {
        struct remote_worker *w = &r->workers[i];
        const char *name = r->options->plan.stages[w->stage].name;
        if (w->has_ended || !process_has_ended(w->pid))
            continue;
        w->has_ended = true;
        if (starts || !n_left(r, w->stage)) {
            remote_clean(r);
            die("--queue: no worker of '%s' is left", name);
        }
        warn_line("a worker of '%s' has ended; its item comes again", name);
    }
}

static int64_t
cpu_of(const struct rusage *u)
{
    return (u->ru_utime.tv_sec + u->ru_stime.tv_sec) * NS_PER_S +
           (u->ru_utime.tv_usec + u->ru_stime.tv_usec) * NS_PER_US;
}

int64_t
crew_end(struct remote *r)
{
    int64_t cpu_ns = 0;

    for (size_t i = 0; i < r->n_workers; i++)
        kill(r->workers[i].pid, SIGTERM);
    for (size_t i = 0; i < r->n_workers; i++) {
        struct rusage used;
        process_wait(r->workers[i].pid, END_LIMIT_MS);
        process_end(r->workers[i].pid, &used);
        cpu_ns += cpu_of(&used);
    }
    return cpu_ns;
}
