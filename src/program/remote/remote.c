/* A run over far queues: main puts the items in, and takes them out.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <ftw.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "clock.h"
#include "die.h"
#include "process.h"
#include "program/run/gate.h"
#include "remote.h"

#define LOOK_AROUND_NS NS_PER_S
#define FULL_NAP_NS    NS_PER_MS
#define PATIENCE_NS    (30 * NS_PER_S)

/* A process of its own asks the server first, so that one line says what is wrong
 * with it, and this process stays without a library's threads.
 */
static void
try_server(struct remote *r)
{
    pid_t parent = getpid(), child = fork();
    int status, error = 0;

    if (child < 0)
        die("cannot fork: %s", strerror(errno));
    if (child == 0) {
        struct far *q;
        process_begin_child(parent);
        signal(SIGPIPE, SIG_IGN);
        for (size_t i = 0; !error && i <= r->options->plan.n_stages; i++)
            if (!(error = remote_open(r, i, 1, &q)))
                r->far->close(q);
        _exit(error);
    }
    while (!process_has_ended(child))
        process_wait(child, 1000);
    status = process_end(child, NULL);
    error = WIFEXITED(status) ? WEXITSTATUS(status) : EIO;
    if (error == EINVAL)
        die_usage("--queue: %s", remote_words(error));
    if (error)
        die("--queue: %s", remote_words(error));
}

/* A setting that a stage refuses is told once, and not by each worker. */
static void
try_stages(struct remote *r)
{
    const struct plan *plan = &r->options->plan;
    const char *reason = r->run->reason;

    for (size_t i = 0; i < plan->n_stages; i++) {
        void *context;
        int error = stage_open(&plan->stages[i], &plan->options[i], &context);
        if (error == EINVAL && *reason)
            die_usage("%s", reason);
        if (error)
            die("cannot start: %s", *reason ? reason : strerror(error));
        stage_close(&plan->stages[i], context);
    }
}

static void
begin(struct remote *r)
{
    r->far = remote_load(r->options->queue);
    snprintf(r->prefix, sizeof(r->prefix), "run_%d_%llx", (int)getpid(),
             (unsigned long long)(clock_now_ns() / NS_PER_US & 0xffffffff));
    try_stages(r);
    signal(SIGPIPE, SIG_IGN);
    try_server(r);
    r->patience_ns = PATIENCE_NS;
    if (r->options->carrier) {
        snprintf(r->folder, sizeof(r->folder), "/tmp/doorbell-run-XXXXXX");
        if (!mkdtemp(r->folder))
            die("no folder in /tmp: %s", strerror(errno));
    }
    crew_start(r);
    int error = remote_open(r, 0, NS_PER_S, &r->in);
    if (!error)
        error = remote_open(r, r->options->plan.n_stages,
                            r->options->plan.main_nap_ns, &r->out);
    if (error)
        die("--queue: %s", remote_words(error));
}

static int
put(void *remote, struct item *item, bool refuse)
{
    struct remote *r = remote;
    char key[FAR_KEY], body[FAR_BODY];
    int error;

    snprintf(key, sizeof(key), "%zu", item->number);
    remote_pack(r, item, 0, body);
    while ((error = r->far->put(r->in, key, body)) == EAGAIN && !refuse) {
        crew_watch(r);
        clock_nap(FULL_NAP_NS);
    }
    return error;
}

/* An item that came before counts once: its worker died before it said done. */
static void
take(struct remote *r, const struct far_item *got, bool *is_back)
{
    struct report *report = &r->run->report;
    size_t number = strtoul(got->key, NULL, 10);

    if (number >= r->run->feed.n_items)
        die("item %zu was never put in", number);
    if (is_back[number]) {
        warn_line("item %zu came again, and counts once", number);
        return;
    }
    struct item *item = &r->run->feed.items[number];
    is_back[number] = true;
    remote_unpack(r, item, r->options->plan.n_stages, got->body, NULL);
    report->n_failed += item->failed_stage != NULL;
    report->n_finished += item->failed_stage == NULL;
}

static void
take_all(struct remote *r, const atomic_bool *stop)
{
    const struct report *report = &r->run->report;
    size_t n = r->run->feed.n_items;
    bool *is_back = calloc(n ? n : 1, sizeof(*is_back));
    struct far_item got;

    if (!is_back)
        die("%zu items: %s", n, strerror(ENOMEM));
    while (report->n_finished + report->n_failed < r->run->feed.n_fed) {
        struct timespec until = clock_timespec(clock_now_ns() + LOOK_AROUND_NS);
        if (atomic_load(stop))
            atomic_store(&r->shared->stop, true);
        int error = r->far->get(r->out, &got, &until);
        if (!error) {
            take(r, &got, is_back);
            error = r->far->done(r->out, &got);
        } else if (error == ETIMEDOUT)
            crew_watch(r);
        if (error && error != ETIMEDOUT && error != ESTALE)
            die("--queue: %s", remote_words(error));
    }
    free(is_back);
}

static int
remove_one(const char *path, const struct stat *status, int kind,
           struct FTW *where)
{
    (void)status;
    (void)kind;
    (void)where;
    return remove(path);
}

void
remote_clean(struct remote *r)
{
    r->patience_ns = 0;
    for (size_t i = 0; i <= r->options->plan.n_stages; i++) {
        struct far *q;
        if (remote_open(r, i, NS_PER_S, &q))
            continue;
        r->far->drop(q);
        r->far->close(q);
    }
    if (*r->folder)
        nftw(r->folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

static void
fill_queues(struct remote *r)
{
    struct report *report = &r->run->report;
    const struct plan *plan = &r->options->plan;
    size_t n = plan->n_stages;

    report->queues = calloc(n + 1, sizeof(*report->queues));
    if (!report->queues)
        die("report: %s", strerror(ENOMEM));
    report->n_queues = n + 1;
    for (size_t i = 0; i <= n; i++)
        report->queues[i] =
            (struct queue_tally){.name = i < n ? plan->stages[i].name : "done",
                                 .capacity = i < n ? plan->capacity : 0};
    report->queues[0].puts = r->run->feed.n_fed;
    report->queues[n].gets = report->n_finished + report->n_failed;
    for (size_t i = 0; i < r->n_workers; i++) {
        size_t stage = r->workers[i].stage;
        report->queues[stage].gets += r->shared->rows[i].tally.work_done;
        report->queues[stage + 1].puts += r->shared->rows[i].tally.work_done;
    }
}

static void
fill_workers(struct remote *r)
{
    struct report *report = &r->run->report;

    report->n_workers = r->n_workers;
    report->workers = calloc(r->n_workers, sizeof(*report->workers));
    if (!report->workers)
        die("report: %s", strerror(ENOMEM));
    for (size_t i = 0; i < r->n_workers; i++)
        report->workers[i] = r->shared->rows[i].tally;
}

void
remote_run(struct run *run, struct options *o, const atomic_bool *stop)
{
    struct remote r = {.run = run, .options = o};
    struct report *report = &run->report;

    feed_init(&run->feed, o->n_items);
    run->feed.to = &r;
    run->feed.put = put;
    begin(&r);
    gate_pass(o->gate_fd, "ready");
    int64_t cpu_ns = clock_process_cpu_ns(), start_ns = clock_now_ns();
    feed_run(&run->feed, o, stop);
    take_all(&r, stop);
    report->wall_ns = clock_now_ns() - start_ns;
    gate_pass(o->gate_fd, "done");
    int64_t ended_ns = clock_now_ns();
    report->cpu_ns = clock_process_cpu_ns() - cpu_ns + crew_end(&r);
    report->joined_ns = report->wall_ns + clock_now_ns() - ended_ns;
    fill_workers(&r);
    fill_queues(&r);
    free(r.workers);
    r.far->close(r.in);
    r.far->close(r.out);
    remote_clean(&r);
    run_summarize(run, o);
}
