/* A worker as a process: between two far queues.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "clock.h"
#include "die.h"
#include "must.h"
#include "program/slide.h"
#include "remote.h"
#include "thread.h"

#define FULL_NAP_NS NS_PER_MS

struct work {
    struct remote *remote;
    struct remote_worker *worker;
    struct worker_tally *row;
    struct far *in, *out;
    void *context; /* of the stage */
    pthread_t ender;
};

/* Ends the worker's wait when main says so. */
static void *
wait_for_end(void *argument)
{
    struct work *w = argument;
    sigset_t ends;
    int signal;

    sigemptyset(&ends);
    sigaddset(&ends, SIGTERM);
    must(sigwait(&ends, &signal));
    w->remote->far->stop(w->in);
    return NULL;
}

static void
must_open(struct work *w, size_t i, int64_t nap_ns, struct far **q)
{
    int error = remote_open(w->remote, i, nap_ns, q);

    if (error)
        die("a worker: --queue: %s", remote_words(error));
}

/* Before any thread, so that all of them block the signal. */
static void
begin(struct work *w)
{
    const struct plan *plan = &w->remote->options->plan;
    size_t i = w->worker->stage;
    char name[32];
    sigset_t ends;

    sigemptyset(&ends);
    sigaddset(&ends, SIGTERM);
    must(pthread_sigmask(SIG_BLOCK, &ends, NULL));
    signal(SIGPIPE, SIG_IGN);
    snprintf(name, sizeof(name), "%.11s-%zu", plan->stages[i].name,
             w->worker->index);
    prctl(PR_SET_NAME, name);
    must_open(w, i, plan->nap_ns, &w->in);
    must_open(w, i + 1, plan->nap_ns, &w->out);
    int error = stage_open(&plan->stages[i], &plan->options[i], &w->context);
    if (error)
        die("a worker: %s: %s", plan->stages[i].name,
            *w->remote->run->reason ? w->remote->run->reason : strerror(error));
    must(thread_start(&w->ender, "ender", 0, wait_for_end, w));
    atomic_fetch_add(&w->remote->shared->n_opened, 1);
}

/* A full queue has no bell for its producers: it is polled.  A key that is known is
 * that of an item whose worker died between put and done.
 */
static int
put(struct work *w, const char *key, const char *body)
{
    int error;

    while ((error = w->remote->far->put(w->out, key, body)) == EAGAIN)
        clock_nap(FULL_NAP_NS);
    return error == EEXIST ? 0 : error;
}

static void
count(struct work *w)
{
    struct far_looks n = w->remote->far->looks(w->in);
    struct worker_tally *t = w->row;

    t->work_done++;
    if (slide.is_woken)
        t->waits = n.empty;
    else {
        t->empty_looks = n.empty;
        t->polled_count = t->work_done + t->empty_looks;
    }
}

/* The item is put before it is done: a death in between repeats it. */
static int
work_on(struct work *w, const struct far_item *got)
{
    const struct remote *r = w->remote;
    const struct stage *stage = &r->options->plan.stages[w->worker->stage];
    struct item first = {.number = strtoul(got->key, NULL, 10)};
    char body[FAR_BODY];

    remote_unpack(r, &first, w->worker->stage, got->body, r->options->carrier);
    struct item *item = stage_work(stage, w->context, &first);
    remote_pack(r, item, w->worker->stage + 1, body);
    item_release(item);
    int error = put(w, got->key, body);
    if (!error)
        error = r->far->done(w->in, got);
    if (error && error != ESTALE) /* it comes again */
        return error;
    remote_forget(r, first.number, w->worker->stage);
    count(w);
    return 0;
}

void
remote_work(struct remote *r, struct remote_worker *worker,
            struct worker_tally *row)
{
    struct work w = {.remote = r, .worker = worker, .row = row};
    struct far_item item;
    int error;

    begin(&w);
    while ((error = r->far->get(w.in, &item, NULL)) == 0)
        if ((error = work_on(&w, &item)))
            break;
    if (error != ECANCELED)
        die("a worker: --queue: %s", remote_words(error));
    must(pthread_join(w.ender, NULL)); /* it may still be in the stop */
    stage_close(&r->options->plan.stages[worker->stage], w.context);
    r->far->close(w.in);
    r->far->close(w.out);
    _exit(EXIT_SUCCESS);
}
