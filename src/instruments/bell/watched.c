/* One worker, watched: compiled against each page, a child of the bell.
 * SPDX-License-Identifier: MIT
 *
 * Reads commands from stdin, a byte each: a line feed puts an item in, a '?'
 * brings the counts up to date, an 'n' takes the nap from the page.  Ends with
 * stdin, once all items are got.
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "bell/child.h"
#include "bell/watched.h"
#include "clock.h"
#include "die.h"
#include "must.h"
#include "worker.h"

static struct watched *page;

static int
open_bell(const struct stage_options *options, void **context)
{
    (void)options;
    *context = NULL;
    return 0;
}

static struct item *
answer(void *context, struct item *item)
{
    (void)context;
    atomic_store(&page->working, 1);
    atomic_store(&page->delay_ns, clock_now_ns() - item->scheduled_ns);
    atomic_fetch_add(&page->n_got, 1);
    atomic_store(&page->working, 0);
    return item;
}

static void
put_one(struct queue *in)
{
    struct item *item = calloc(1, sizeof(*item));

    if (!item)
        die("an item: %s", strerror(ENOMEM));
    item->scheduled_ns = clock_now_ns();
    must(queue_put(in, item));
}

static void
bring_up_to_date(struct worker *w)
{
    struct timespec cpu;
    clockid_t clock;

    child_count(w->in, page);
    if (!pthread_getcpuclockid(w->thread, &clock) &&
        !clock_gettime(clock, &cpu))
        atomic_store(&page->cpu_ns, clock_ns(cpu));
}

static void
obey(struct worker *w)
{
    char command;

    while (read(STDIN_FILENO, &command, 1) == 1)
        if (command == '\n')
            put_one(w->in);
        else if (command == 'n')
            child_set_nap(w, atomic_load(&page->nap_ns));
        else
            bring_up_to_date(w);
    while (queue_size(w->in)) /* one page has no better way to wait for it */
        clock_nap(NS_PER_MS);
}

int
main(void)
{
    static const struct stage stage = {"bell", open_bell, answer, NULL};
    static struct stage_options options;
    static struct queue in, out;
    static atomic_size_t crew;
    static struct worker worker = {.stage = &stage,
                                   .options = &options,
                                   .in = &in,
                                   .out = &out,
                                   .crew = &crew};
    void *item;

    page = mmap(NULL, WATCHED_BYTES, PROT_READ | PROT_WRITE, MAP_SHARED,
                WATCHED_FD, 0);
    if (page == MAP_FAILED)
        die("is a part of bell, and not run by hand");
    must(child_queue_init(&in));
    must(child_queue_init(&out));
    child_set_nap(&worker, atomic_load(&page->nap_ns));
    must(worker_start(&worker));
    obey(&worker);
    child_stop(&worker);
    while (child_take(&out, &item))
        free(item);
    return 0;
}
