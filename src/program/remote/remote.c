/* A run over far queues: main puts the items in, and takes them out.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "die.h"
#include "program/run/gate.h"
#include "remote.h"

#define LOOK_AROUND_NS NS_PER_S
#define FULL_NAP_NS    NS_PER_MS

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

void
remote_run(struct run *run, struct options *o, const atomic_bool *stop)
{
    struct remote r = {.run = run, .options = o};
    struct report *report = &run->report;

    feed_init(&run->feed, o->n_items);
    run->feed.to = &r;
    run->feed.put = put;
    remote_begin(&r);
    gate_pass(o->gate_fd, "ready");
    int64_t cpu_ns = clock_process_cpu_ns(), start_ns = clock_now_ns();
    feed_run(&run->feed, o, stop);
    take_all(&r, stop);
    report->wall_ns = clock_now_ns() - start_ns;
    gate_pass(o->gate_fd, "done");
    int64_t ended_ns = clock_now_ns();
    report->cpu_ns = clock_process_cpu_ns() - cpu_ns + crew_end(&r);
    report->joined_ns = report->wall_ns + clock_now_ns() - ended_ns;
    remote_fill(&r);
    free(r.workers);
    r.far->close(r.in);
    r.far->close(r.out);
    remote_clean(&r);
    run_summarize(run, o);
}
