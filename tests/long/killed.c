/* Kills workers and the server at random moments, and counts what became of each
 * item.
 * SPDX-License-Identifier: MIT
 *
 * usage: killed ENGINE [KILLS [SEED]]      redis, postgres, ...
 *
 * A worker notes an item as worked on before it says far_done, in memory that
 * outlives it; so an item that is lost cannot look like one that was done.  Every
 * 50th item always fails.  A kill ends the worker, each 20th the server too.  Of
 * four kills three wait until the worker has got an item, for those that come
 * earlier cannot lose one.  In the end: items put = items done + dead letters, no
 * lock, lease or duplicate hides one, and some item came again, or no kill has
 * hit a worker with an item in hand and the run shows nothing.
 * The last line is "N passed, N failed"; 77: not installed.
 */
#include <errno.h>
#include <inttypes.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "clock.h"
#include "die.h"
#include "far/far.h"
#include "far/server/server.h"
#include "limit.h"
#include "parse.h"
#include "process.h"
#include "random.h"

enum { ITEMS_A_KILL = 8, ITEMS_MAX = 1 << 16, SERVER_EVERY = 20, POISON = 50 };
#define WORK_NS (2 * NS_PER_MS)

static atomic_uint *worked_on; /* how often, by item */
static atomic_uint *n_got;     /* by all workers */
static struct server server;
static struct far_options options = {.name = "killed",
                                     .wait = FAR_WOKEN,
                                     .lease_ns = 100 * NS_PER_MS,
                                     .patience_ns = 30 * NS_PER_S,
                                     .attempts = 12};

static struct far *
open_queue(void)
{
    struct far *q = NULL;
    int error = far_open(&q, &options);

    if (error)
        die("cannot open the queue: %s", strerror(error));
    return q;
}

/* Works until it is killed, or until the queue is at rest: nothing for ten
 * leases.
 */
static void
work(void)
{
    struct far *q = open_queue();
    struct far_item item;
    int error;

    for (;;) {
        struct timespec rest =
            clock_timespec(clock_now_ns() + 10 * options.lease_ns);
        if ((error = far_get(q, &item, &rest)))
            break;
        int i = atoi(item.key);
        atomic_fetch_add(n_got, 1);
        clock_nap(WORK_NS / 2);
        if (i % POISON)
            atomic_fetch_add(&worked_on[i], 1);
        clock_nap(WORK_NS / 2);
        error = i % POISON ? far_done(q, &item) : far_fail(q, &item);
        if (error)
            break;
    }
    far_close(q);
    if (error != ETIMEDOUT)
        warn_line("a worker ends: %s", strerror(error));
    _exit(error == ETIMEDOUT ? 0 : 1);
}

static pid_t
start_worker(void)
{
    pid_t parent = getpid(), child = fork();

    if (child < 0)
        die("cannot fork: %s", strerror(errno));
    if (child == 0) {
        process_begin_child(parent);
        signal(SIGPIPE, SIG_IGN);
        work();
    }
    return child;
}

static void
put_some(struct far *q, int first)
{
    char key[FAR_KEY];

    for (int i = first; i < first + ITEMS_A_KILL; i++) {
        snprintf(key, sizeof(key), "%d", i);
        int error = far_put(q, key, "");
        if (error)
            die("cannot put item %d: %s", i, strerror(error));
    }
}

/* Until the workers have got more; a worker that cannot is not waited for. */
static void
wait_for_gets(unsigned more)
{
    unsigned enough = atomic_load(n_got) + more;

    for (int i = 0; atomic_load(n_got) < enough && i < 2000; i++)
        clock_nap(NS_PER_MS);
}

/* A server that is killed comes back while the worker tries to reach it. */
static void
kill_one(int i, uint64_t *random)
{
    pid_t worker = start_worker();

    if (random_below(random, 4))
        wait_for_gets(1 + (unsigned)random_below(random, ITEMS_A_KILL / 2));
    clock_nap((int64_t)random_below(random, 30) * WORK_NS / 10);
    if (i % SERVER_EVERY == SERVER_EVERY - 1) {
        server_kill(&server);
        int error = server_run(&server);
        if (error)
            die("the server does not come back: %s", strerror(error));
    }
    process_end(worker, NULL);
}

static size_t
n_left(const struct far_length *n)
{
    return n->ready + (n->in_flight == FAR_UNKNOWN ? 0 : n->in_flight);
}

/* NATS 2.9, once killed, looks for items that are gone, for a lease each: a worker
 * may find nothing for long while there is more.
 */
static int
drain(struct far *q)
{
    struct far_length left = {.ready = 1};
    int failed = 0;

    while (!failed && n_left(&left) > 0) {
        pid_t last = start_worker();
        while (!process_has_ended(last))
            process_wait(last, 1000);
        failed = process_end(last, NULL) != 0 || far_length(q, &left);
    }
    return failed;
}

/* What became of the items: each was done, or is a dead letter. */
static int
judge(struct far *q, int n_items, int n_kills)
{
    struct far_length left = {0};
    int error = far_length(q, &left);
    size_t n_done = 0, n_again = 0;

    for (int i = 0; i < n_items; i++) {
        n_done += worked_on[i] > 0;
        n_again += worked_on[i] > 1 ? worked_on[i] - 1 : 0;
    }
    printf("%s: %d kills, %d put = %zu done + %zu dead letters; %zu repeats, "
           "%zu left\n",
           server.name, n_kills, n_items, n_done, left.dead, n_again,
           n_left(&left));
    return error || n_done + left.dead != (size_t)n_items ||
           n_left(&left) > 0 || n_again == 0;
}

static int
run(int n_kills, uint64_t random)
{
    struct far *q = open_queue();

    server_record(&server, options.name);
    for (int i = 0; i < n_kills; i++) {
        limit(120, "kill %d", i);
        put_some(q, i * ITEMS_A_KILL);
        kill_one(i, &random);
    }
    limit(300, "the last worker");
    int failed = drain(q);
    failed += judge(q, n_kills * ITEMS_A_KILL, n_kills);
    far_close(q);
    return failed;
}

static bool
is_engine(const char *name)
{
    size_t i = 0;

    while (server_name(i) && strcmp(server_name(i), name) != 0)
        i++;
    return server_name(i) != NULL;
}

int
main(int argc, char **argv)
{
    uint64_t n_kills = 200, seed = 1;

    begin_program();
    if (argc < 2 || !is_engine(argv[1]))
        die_usage("an engine is needed: redis, postgres, nats, rabbitmq");
    if (argc > 2 &&
        parse_number(argv[2], 1, ITEMS_MAX / ITEMS_A_KILL, &n_kills))
        die_usage("'%s' is no number of kills", argv[2]);
    if (argc > 3 && parse_number(argv[3], 0, UINT64_MAX, &seed))
        die_usage("'%s' is no seed", argv[3]);
    signal(SIGPIPE, SIG_IGN);
    worked_on = mmap(NULL, (ITEMS_MAX + 1) * sizeof(*worked_on),
                     PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (worked_on == MAP_FAILED)
        die("no memory: %s", strerror(errno));
    n_got = &worked_on[ITEMS_MAX];
    int error = server_start(&server, argv[1]);
    if (error == ENOENT) {
        warn_line("%s is not installed (make setup-far)", argv[1]);
        return EXIT_SKIPPED;
    }
    if (error)
        die("%s does not start: %s", argv[1], strerror(error));
    options.url = server.url;
    int failed = run((int)n_kills, seed);
    server_end(&server);
    printf("%d passed, %d failed\n", !failed, !!failed);
    return failed;
}
