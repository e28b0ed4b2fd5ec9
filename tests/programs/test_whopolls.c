/* whopolls tells who polls, who blocks and who runs, in programs of known kind.
 * SPDX-License-Identifier: MIT
 */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "meter.h"
#include "spawn.h"
#include "test.h"

#define KINDS "../test/whopolls/kinds" /* seen from build/bin */
#define FED   "../test/whopolls/fed"

static struct outcome o, end;

static void
look_at(pid_t pid)
{
    run_program(&o, "whopolls", "%d 1", (int)pid);
    check(o.status == 0, "status %d: %s", o.status, o.err);
    check(!*o.err, "%s", o.err);
}

/* How many threads whose names begin so get the verdict, the line's end. */
static size_t
n_threads(const char *name, const char *verdict)
{
    size_t n = 0, length = strlen(verdict);

    for (char *line = o.out, *next; (next = strchr(line, '\n'));
         line = next + 1)
        n += !strncmp(line, name, strlen(name)) &&
             next - o.out > (long)length &&
             !strncmp(next - length, verdict, length);
    return n;
}

/* Starts it and waits for its byte; false when it cannot be had here. */
static bool
start(struct child *child, const char *program, const char *kind)
{
    int ready[2];
    char byte = 0;

    check(!pipe2(ready, O_CLOEXEC), "pipe2");
    check(fcntl(ready[1], F_SETFD, 0) >= 0, "fcntl");
    child_start(child, NULL, program, "%s %d", kind, ready[1]);
    close(ready[1]);
    check(read(ready[0], &byte, 1) == 1, "'%s' does not start", kind);
    close(ready[0]);
    return byte == 'r';
}

static void
stop(struct child *child)
{
    kill(child->pid, SIGKILL);
    child_wait(child, &end);
}

/* n threads of that kind get the verdict, and so does the process. */
static void
is(const char *kind, size_t n, const char *verdict)
{
    struct child child;
    char words[64];

    if (start(&child, KINDS, kind)) {
        look_at(child.pid);
        check(n_threads("", verdict) == n, "%s: not '%s':\n%.2000s", kind,
              verdict, o.out);
        snprintf(words, sizeof(words), "\n%d %s: ", (int)child.pid, verdict);
        check(strstr(o.out, words), "%s: no '%s':\n%.2000s", kind, words + 1,
              o.out);
        check(strstr(o.out, "\nread next: "), "%s", o.out);
    }
    stop(&child);
}

TEST(whopolls, who_waits_for_a_condition_variable_blocks)
{
    is("condvar", 1, "blocks");
}

TEST(whopolls, who_naps_10_ms_polls)
{
    is("naps-10ms", 1, "polls");
}

TEST(whopolls, who_naps_100_us_polls)
{
    is("naps-100us", 1, "polls");
}

TEST(whopolls, a_periodic_timer_is_one)
{
    struct child child;

    start(&child, KINDS, "timer");
    look_at(child.pid);
    stop(&child);
    check(n_threads("kinds", "timer") == 1 && strstr(o.out, "block, 1 timer\n"),
          "%s", o.out);
}

TEST(whopolls, who_spins_runs)
{
    is("spins", 1, "runs");
}

TEST(whopolls, who_yields_runs)
{
    is("yields", 1, "runs");
}

TEST(whopolls, who_reads_from_a_pipe_blocks)
{
    is("pipe", 1, "blocks");
}

TEST(whopolls, an_idle_epoll_server_blocks)
{
    is("epoll", 1, "blocks");
}

TEST(whopolls, a_crowd_that_idles_blocks)
{
    is("crowd", 101, "blocks");
}

TEST(whopolls, python_that_sleeps_in_a_loop_polls)
{
    is("python-sleeps", 1, "polls");
}

TEST(whopolls, python_that_gets_from_a_queue_blocks)
{
    is("python-gets", 1, "blocks");
}

TEST(whopolls, python_that_is_given_50_items_a_second_blocks)
{
    is("python-fed", 1, "blocks");
}

/* The pair, standing at the gate, idle. */
static void
workers_are(const char *program, const char *options, const char *verdict)
{
    static struct meter m;

    meter_start(&m, program, options);
    meter_expect(&m, "ready\n");
    look_at(m.child.pid);
    kill(m.child.pid, SIGKILL);
    meter_end(&m, &end);
    check(n_threads("download-0 ", verdict) == 1 &&
              n_threads("resize-0 ", verdict) == 1 &&
              n_threads("upload-0 ", verdict) == 1,
          "%s %s: not '%s':\n%.2000s", program, options, verdict, o.out);
}

TEST(whopolls, the_workers_of_polling_poll)
{
    workers_are("polling", "", "polls");
    workers_are("polling", "--nap 100us", "polls");
}

TEST(whopolls, the_workers_of_blocking_block)
{
    workers_are("blocking", "", "blocks");
}

TEST(whopolls, threads_that_come_or_go_get_no_verdict)
{
    struct child child;

    start(&child, KINDS, "churns");
    look_at(child.pid);
    stop(&child);
    check(n_threads("a b?short one ", "came or went") > 0, "%s", o.out);
}

/* What one of its threads is, by the name and what ends its sleeps. */
static const struct known {
    const char *kind, *thread, *verdict;
} known[] = {
    {"fed", "waiter", "blocks"},           {"fed", "giver", "timer"},
    {"fed-fast", "waiter", "blocks"},      {"fed-timed", "waiter", "blocks"},
    {"fed-pipe", "waiter", "blocks"},      {"fed-pipe", "giver", "timer"},
    {"fed-gather", "waiter", "blocks"},    {"fed-naps", "waiter", "polls"},
    {"timed-waits", "waiter", "polls"},    {"naps-1s", "waiter", "polls"},
    {"backs-off", "waiter", "polls"},      {"selects", "waiter", "polls"},
    {"polls", "waiter", "polls"},          {"event-loop", "waiter", "polls"},
    {"fed-works", "waiter", "blocks"},     {"naps-works", "waiter", "polls"},
    {"fed-sem", "waiter", "blocks"},       {"sem-timed", "waiter", "polls"},
    {"polls-in-parts", "waiter", "polls"}, {"schedule", "waiter", "timer"},
    {"epoll-timerfd", "waiter", "timer"},
};

enum { N_KNOWN = sizeof(known) / sizeof(*known) };

/* All at once, since most of them sleep. */
TEST(whopolls, judges_by_what_ends_a_sleep_and_never_by_how_often)
{
    struct child programs_of[N_KNOWN], looks[N_KNOWN];

    for (size_t i = 0; i < N_KNOWN; i++)
        start(&programs_of[i], FED, known[i].kind);
    for (size_t i = 0; i < N_KNOWN; i++)
        child_start(&looks[i], NULL, "whopolls", "%d 3",
                    (int)programs_of[i].pid);
    for (size_t i = 0; i < N_KNOWN; i++) {
        child_wait(&looks[i], &o);
        stop(&programs_of[i]);
        check(n_threads(known[i].thread, known[i].verdict) == 1,
              "%s: the %s is not '%s':\n%s", known[i].kind, known[i].thread,
              known[i].verdict, o.out);
    }
}

TEST(whopolls, says_what_a_poller_costs_and_what_helps)
{
    struct child child;

    start(&child, FED, "event-loop");
    look_at(child.pid);
    stop(&child);
    check(strstr(o.out, "'waiter' looks every ") &&
              strstr(o.out, "ms late on") && strstr(o.out, "an eventfd") &&
              strstr(o.out, "If it has a reason of its own"),
          "%s", o.out);
}

/* The pair at work, an item every 20 ms: the blocking workers are woken as
 * often as the polling ones look.  A sanitizer may have a thread, too, that
 * polls and has main's name.  The items last for hours, so that no look comes
 * too late.
 */
static void
at_work(const char *program, const char *verdict, const char *of_main)
{
    struct child child;

    child_start(&child, NULL, program,
                "--items 1000000 --every 20ms --workers 2");
    do
        run_program(&o, "whopolls", "%d 2", (int)child.pid);
    while (strstr(o.out, "came or went")); /* its threads start meanwhile */
    stop(&child);
    check(n_threads("download-", verdict) == 2 &&
              n_threads("resize-", verdict) == 2 &&
              n_threads("upload-", verdict) == 2 &&
              n_threads(program, of_main) >= 1,
          "%s", o.out);
}

TEST(whopolls, blocking_workers_at_work_block)
{
    at_work("blocking", "blocks", "timer");
}

TEST(whopolls, polling_workers_at_work_poll)
{
    at_work("polling", "polls", "polls");
}

/* Nothing on stdout. */
static void
refuses(const char *arguments, int status)
{
    run_program(&o, "whopolls", "%s", arguments);
    check(o.status == status, "'%s': status %d", arguments, o.status);
    check(!*o.out && strstr(o.err, "whopolls: "), "'%s': %s%s", arguments,
          o.out, o.err);
}

TEST(whopolls, the_script_becomes_the_program)
{
    run_program(&o, "../../scripts/measure/whopolls", "1 0");
    check(o.status == 2 && strstr(o.err, "whopolls: '0' "), "%s", o.err);
}

TEST(whopolls, bad_usage_is_2)
{
    refuses("", 2);
    refuses("x", 2);
    refuses("''", 2);
    refuses("-1", 2);
    refuses("1 0", 2);
    refuses("1 x", 2);
    refuses("1 2 3", 2);
}

TEST(whopolls, a_process_that_is_not_there_is_1)
{
    refuses("999999999", 1);
}

TEST(whopolls, a_process_that_has_ended_is_1)
{
    char arguments[32];
    siginfo_t info;
    pid_t zombie = fork();

    if (zombie == 0)
        _exit(0);
    check(!waitid(P_PID, (id_t)zombie, &info, WEXITED | WNOWAIT), "waitid");
    snprintf(arguments, sizeof(arguments), "%d 1", (int)zombie);
    refuses(arguments, 1);
}

/* Root may look at all, and so becomes somebody else first. */
TEST(whopolls, a_process_of_somebody_else_is_1)
{
    char arguments[32];

    snprintf(arguments, sizeof(arguments), "%d 1",
             geteuid() ? 1 : (int)getppid());
    check(geteuid() || !setuid(65534), "setuid");
    prctl(PR_SET_DUMPABLE, 1); /* else sanitizers cannot look into this */
    if (!access(BUILD "/bin/whopolls", R_OK | X_OK))
        refuses(arguments, 1);
}
