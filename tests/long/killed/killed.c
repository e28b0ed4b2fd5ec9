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
#include "far/server/server.h"
#include "killed.h"
#include "long/limit.h"
#include "parse.h"
#include "process.h"
#include "random.h"

enum { ITEMS_A_KILL = 8, SERVER_EVERY = 20 };

static struct server server;
static struct killed run_of = {.options = {.name = "killed",
                                           .wait = FAR_WOKEN,
                                           .lease_ns = 100 * NS_PER_MS,
                                           .patience_ns = 30 * NS_PER_S,
                                           .attempts = 12}};

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
    unsigned enough = atomic_load(run_of.n_got) + more;

    for (int i = 0; atomic_load(run_of.n_got) < enough && i < 2000; i++)
        clock_nap(NS_PER_MS);
}

/* A server that is killed comes back while the worker tries to reach it. */
static void
kill_one(int i, uint64_t *random)
{
    pid_t worker = killed_worker(&run_of);

    if (random_below(random, 4))
        wait_for_gets(1 + (unsigned)random_below(random, ITEMS_A_KILL / 2));
    clock_nap((int64_t)random_below(random, 30) * KILLED_WORK_NS / 10);
    if (i % SERVER_EVERY == SERVER_EVERY - 1) {
        server_kill(&server);
        int error = server_run(&server);
        if (error)
            die("the server does not come back: %s", strerror(error));
    }
    process_end(worker, NULL);
}

static int
run(int n_kills, uint64_t random)
{
    struct far *q = killed_open(&run_of);

    server_record(&server, run_of.options.name);
    for (int i = 0; i < n_kills; i++) {
        limit(120, "kill %d", i);
        put_some(q, i * ITEMS_A_KILL);
        kill_one(i, &random);
    }
    limit(300, "the last worker");
    int failed = killed_drain(&run_of, q);
    failed +=
        killed_judge(&run_of, q, server.name, n_kills * ITEMS_A_KILL, n_kills);
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
        parse_number(argv[2], 1, KILLED_ITEMS_MAX / ITEMS_A_KILL, &n_kills))
        die_usage("'%s' is no number of kills", argv[2]);
    if (argc > 3 && parse_number(argv[3], 0, UINT64_MAX, &seed))
        die_usage("'%s' is no seed", argv[3]);
    signal(SIGPIPE, SIG_IGN);
    run_of.worked_on =
        mmap(NULL, (KILLED_ITEMS_MAX + 1) * sizeof(*run_of.worked_on),
             PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (run_of.worked_on == MAP_FAILED)
        die("no memory: %s", strerror(errno));
    run_of.n_got = &run_of.worked_on[KILLED_ITEMS_MAX];
    int error = server_start(&server, argv[1]);
    if (error == ENOENT) {
        warn_line("%s is not installed (make setup-far)", argv[1]);
        return EXIT_SKIPPED;
    }
    if (error)
        die("%s does not start: %s", argv[1], strerror(error));
    run_of.options.url = server.url;
    int failed = run((int)n_kills, seed);
    server_end(&server);
    printf("%d passed, %d failed\n", !failed, !!failed);
    return failed;
}
