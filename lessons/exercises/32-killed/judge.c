/* A small engine, and workers that are killed at each step of theirs in turn.
 * SPDX-License-Identifier: MIT
 *
 * Not to be changed.  Each worker is a process, and a kill is SIGKILL: what it
 * had in memory is gone.  The jobs have ids that cannot be known.
 */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/wait.h>
#include <unistd.h>

#include "engine.h"
#include "verdict.h"

enum { N_JOBS = 4, GETS_MAX = 200, WORKERS_MAX = 12, ROUND = 70 };
enum { FAILS_ONCE = 1, FAILS_ALWAYS, KILLS }; /* job 0 is a good one */

enum state { READY, IN_FLIGHT, DONE, DEAD };

static struct engine {
    struct {
        enum state state;
        int id, attempts, n_worked, n_finished;
    } jobs[N_JOBS];
    int n_steps, n_gets;
    int kill_at; /* which step; -1: none */
    char where[32];
} * engine; /* shared by all workers, and outlives them */

/* Before and after each call a worker may be killed. */
static void
step(const char *when, const char *call)
{
    snprintf(engine->where, sizeof(engine->where), "%s %s", when, call);
    if (engine->n_steps++ == engine->kill_at)
        kill(getpid(), SIGKILL);
}

static int
find(int id)
{
    for (int i = 0; i < N_JOBS; i++)
        if (engine->jobs[i].id == id)
            return i;
    return -1;
}

bool
engine_get(struct job *job)
{
    int i = 0;

    step("before", "engine_get");
    if (engine->n_gets++ == GETS_MAX)
        _exit(ROUND);
    while (i < N_JOBS && engine->jobs[i].state != READY)
        i++;
    if (i == N_JOBS)
        return false;
    engine->jobs[i].state = IN_FLIGHT;
    *job = (struct job){engine->jobs[i].id, ++engine->jobs[i].attempts};
    step("after", "engine_get");
    return true;
}

static void
end_flight(int id, enum state state, const char *call)
{
    int i = find(id);

    step("before", call);
    if (i >= 0 && engine->jobs[i].state == IN_FLIGHT)
        engine->jobs[i].state = state;
    step("after", call);
}

void
engine_done(int id)
{
    end_flight(id, DONE, "engine_done");
}

void
engine_fail(int id)
{
    end_flight(id, READY, "engine_fail");
}

void
engine_bury(int id)
{
    end_flight(id, DEAD, "engine_bury");
}

int
do_work(int id)
{
    int i = find(id), error = 0;

    step("before", "do_work");
    if (i < 0)
        return EINVAL;
    engine->jobs[i].n_worked++;
    if (i == KILLS)
        kill(getpid(), SIGKILL);
    if (i == FAILS_ALWAYS || (i == FAILS_ONCE && engine->jobs[i].n_worked == 1))
        error = EIO;
    engine->jobs[i].n_finished += !error;
    step("after", "do_work");
    return error;
}

static void
reset(int kill_at)
{
    memset(engine, 0, sizeof(*engine));
    engine->kill_at = kill_at;
    for (int i = 0; i < N_JOBS; i++) {
        unsigned char random = 0;
        if (getrandom(&random, 1, 0) != 1)
            _exit(1);
        engine->jobs[i].id = 1000 * (i + 1) + random;
    }
}

/* One worker, until it ends or is killed; then the leases end.  Returns whether
 * there is work for another one.
 */
static bool
run_worker(int *status)
{
    bool more = false;
    pid_t child = fork();

    if (child == 0) {
        serve();
        _exit(0);
    }
    if (child < 0 || waitpid(child, status, 0) != child)
        _exit(1);
    for (int i = 0; i < N_JOBS; i++) {
        if (engine->jobs[i].state == IN_FLIGHT)
            engine->jobs[i].state = READY;
        more |= engine->jobs[i].state == READY;
    }
    return more;
}

static const char *
kind(int i)
{
    static const char *const kinds[] = {"a good job", "a job that fails once",
                                        "a job that always fails",
                                        "a job that kills its worker"};

    return kinds[i];
}

/* What became of a job; NULL if that is right. */
static const char *
verdict_of(int i, bool was_killed)
{
    bool good = i < FAILS_ALWAYS;
    int most = (i == FAILS_ONCE) + 1 + was_killed;

    if (engine->jobs[i].state == READY)
        return "is left";
    if (engine->jobs[i].state == DONE && engine->jobs[i].n_finished == 0)
        return "is lost: done was said, and the work was not done";
    if (good && engine->jobs[i].state == DEAD)
        return "was buried, with attempts left";
    if (good && engine->jobs[i].n_finished > most - (i == FAILS_ONCE))
        return "was worked on again, though no worker was killed";
    if (!good && engine->jobs[i].n_worked > MAX_ATTEMPTS)
        return "was tried more often than MAX_ATTEMPTS";
    if (!good && engine->jobs[i].n_worked < MAX_ATTEMPTS - was_killed)
        return "was buried before it had its attempts";
    return NULL;
}

/* Kills a worker at that step.  Returns how many things are wrong. */
static int
check(int kill_at)
{
    int status = 0, n_workers = 1, n_wrong = 0;
    char where[32] = "nowhere else";

    reset(kill_at);
    while (run_worker(&status) && n_workers < WORKERS_MAX) {
        if (engine->n_steps > kill_at && kill_at >= 0 &&
            !strcmp(where, "nowhere else"))
            snprintf(where, sizeof(where), "%s", engine->where);
        if (WIFEXITED(status) && WEXITSTATUS(status) == ROUND)
            break;
        n_workers++;
    }
    bool was_killed = engine->n_steps > kill_at && kill_at >= 0;
    for (int i = 0; i < N_JOBS; i++) {
        const char *why = verdict_of(i, was_killed);
        if (why && n_wrong++ == 0)
            printf("killed %s: %s %s (times worked on: %d)\n",
                   was_killed ? where : "by its job only", kind(i), why,
                   engine->jobs[i].n_worked);
    }
    return n_wrong;
}

int
main(void)
{
    int n_wrong = 0, kill_at = -1;

    verdict_begin();
    engine = mmap(NULL, sizeof(*engine), PROT_READ | PROT_WRITE,
                  MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (engine == MAP_FAILED)
        return 1;
    do
        n_wrong = check(kill_at);
    while (!n_wrong && engine->n_steps > kill_at++);
    if (!n_wrong)
        printf("%d kills, one at each step: no job is lost\n", kill_at - 1);
    return verdict_end(n_wrong ? 1 : 0);
}
