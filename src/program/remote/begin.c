/* The begin of a run over far queues, and its end: what can be wrong is tried first.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "clock.h"
#include "die.h"
#include "process.h"
#include "remote.h"
#include "tree.h"

#define PATIENCE_NS (30 * NS_PER_S)

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

void
remote_begin(struct remote *r)
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
        tree_remove(r->folder);
}
