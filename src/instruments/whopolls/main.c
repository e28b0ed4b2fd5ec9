/* Which threads of a running process poll, block or run: seen from outside.
 * SPDX-License-Identifier: MIT
 */
#include <argp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "array_len.h"
#include "clock.h"
#include "die.h"
#include "parse.h"
#include "whopolls/threads.h"
#include "whopolls/verdict.h"

const char *argp_program_version = "whopolls (doorbell) " VERSION;

struct wish {
    uint64_t pid, seconds;
};

static error_t
parse(int key, char *value, struct argp_state *state)
{
    struct wish *w = state->input;
    const char *why;

    switch (key) {
    case ARGP_KEY_ARG:
        if (state->arg_num > 1)
            argp_error(state, "unexpected argument '%s'", value);
        why = state->arg_num ? parse_number(value, 1, 99999, &w->seconds)
                             : parse_number(value, 1, INT32_MAX, &w->pid);
        if (why)
            argp_error(state, "'%s' %s", value, why);
        return 0;
    case ARGP_KEY_END:
        if (!w->pid)
            argp_error(state, "no process named");
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

/* What helps against it, by the call in which it sleeps. */
static const char *
remedy(const struct thread *t)
{
    static const struct {
        const char *call, *remedy;
    } remedies[] = {
        {"futex", "wait without a time-out, and signal each change: "
                  "lessons/02-what-wait-does"},
        {"epoll", "if work comes from another thread, let an eventfd wake it: "
                  "build/bin/epoll"},
        {"pselect", "wait for the descriptor of what it looks for, without a "
                    "time-out"},
        {"ppoll", "wait for the descriptor of what it looks for, without a "
                  "time-out"},
        {"poll", "wait for the descriptor of what it looks for, without a "
                 "time-out"},
        {"select", "wait for the descriptor of what it looks for, without a "
                   "time-out"},
    };

    for (size_t i = 0; i < ARRAY_LEN(remedies) && t->shown.cause; i++)
        if (!strncmp(t->shown.call, remedies[i].call,
                     strlen(remedies[i].call)) &&
            t->shown.cause == CAUSE_EITHER)
            return remedies[i].remedy;
    return "wait for the change instead of for the clock: make pair, "
           "lessons/03-what-a-nap-costs";
}

static const char *
time_text(char *text, size_t size, double ms)
{
    if (ms <= 0)
        snprintf(text, size, "%s", "");
    else if (ms < 1)
        snprintf(text, size, "%.3g us", ms * 1000);
    else if (ms < 1000)
        snprintf(text, size, "%.3g ms", ms);
    else
        snprintf(text, size, "%.3g s", ms / 1000);
    return text;
}

static void
print_thread(const struct thread *t, const struct judged *j)
{
    const char *call = t->shown.call ? t->shown.call : t->sleep.call;
    char every[16];

    if (j->verdict == VERDICT_PASSING)
        printf("%-15s%57s%s\n", t->name, "", verdict_names[j->verdict]);
    else
        printf("%-15s %6.1f %8.1f  %-16.16s %-9s %9s    %s\n", t->name,
               j->cpu_percent, j->wakes_per_s,
               j->verdict == VERDICT_RUNS ? "" : call, j->ends_by,
               time_text(every, sizeof(every), j->period_ms),
               verdict_names[j->verdict]);
}

struct totals {
    size_t n[N_VERDICTS];
    double wakes_per_s;  /* of those that poll */
    struct judged worst; /* the poller that wakes most often */
    const struct thread *poller;
};

static void
print_threads(const struct threads *threads, struct totals *totals)
{
    puts("thread           CPU %  wakes/s  sleeps in        ends by       "
         "every    verdict");
    for (size_t i = 0; i < threads->n; i++) {
        const struct thread *t = &threads->all[i];
        struct judged j = verdict_of(t, threads->pid);
        print_thread(t, &j);
        totals->n[j.verdict]++;
        if (j.verdict != VERDICT_POLLS)
            continue;
        totals->wakes_per_s += j.wakes_per_s;
        if (!totals->poller || j.wakes_per_s > totals->worst.wakes_per_s) {
            totals->poller = t;
            totals->worst = j;
        }
    }
}

/* The delay that it adds is half its period on average. */
static void
print_poller(const struct totals *totals)
{
    char every[16], half[16];
    double ms = totals->worst.period_ms;

    printf("'%s' looks every %s: what it waits for is found %s late on "
           "average.\nIf it has a reason of its own (housekeeping, as its "
           "documentation says), it is a\ntimer.  Else: %s\n",
           totals->poller->name, time_text(every, sizeof(every), ms),
           time_text(half, sizeof(half), ms / 2), remedy(totals->poller));
}

static void
print_sum(const struct threads *threads, const struct totals *totals)
{
    const size_t *n = totals->n;
    enum verdict v = n[VERDICT_RUNS]      ? VERDICT_RUNS
                     : n[VERDICT_POLLS]   ? VERDICT_POLLS
                     : n[VERDICT_UNCLEAR] ? VERDICT_UNCLEAR
                     : n[VERDICT_STARVES] ? VERDICT_STARVES
                                          : VERDICT_BLOCKS;

    printf("%d %s: %zu run, %zu poll (%.0f wake-ups a second), %zu block",
           (int)threads->pid, verdict_names[v], n[VERDICT_RUNS],
           n[VERDICT_POLLS], totals->wakes_per_s, n[VERDICT_BLOCKS]);
    if (n[VERDICT_TIMER])
        printf(", %zu timer", n[VERDICT_TIMER]);
    if (n[VERDICT_UNCLEAR])
        printf(", %zu unclear (run this as root)", n[VERDICT_UNCLEAR]);
    if (n[VERDICT_STARVES])
        printf(", %zu starves (look again when the machine is less busy)",
               n[VERDICT_STARVES]);
    putchar('\n');
    if (totals->poller)
        print_poller(totals);
    printf("read next: %s\n", v == VERDICT_RUNS    ? "make ladder"
                              : v == VERDICT_POLLS ? "README.md, make bell"
                                                   : "make pair");
}

/* Whether the process is there, and may be looked at. */
static void
check_process(pid_t pid)
{
    char path[64];

    snprintf(path, sizeof(path), "/proc/%d/environ", (int)pid);
    FILE *file = fopen(path, "re");
    if (!file)
        die("process %d is not there, or not yours", (int)pid);
    fclose(file);
}

int
main(int argc, char **argv)
{
    static struct threads threads;
    struct totals totals = {0};
    struct wish wish = {.seconds = 5};
    const struct argp argp = {
        .parser = parse,
        .args_doc = "PID [SECONDS]",
        .doc =
            "Says which threads of a running process poll, block or run, seen "
            "from outside, by what ends their sleeps.\v"
            "runs: it is on a CPU half of the time, or hardly asleep.  polls: "
            "the clock ends its sleeps: naps, and time-outs that brought "
            "nothing.  timer: the clock ends its sleeps, and there is a "
            "reason: a timerfd, deadlines in even steps, or each of its "
            "wake-ups wakes another thread.  blocks: an event ends its "
            "sleeps, however often.  starves: it wants a CPU and hardly gets "
            "one, so what it does is not known.  SECONDS: 5, or 1 to 99999; a "
            "poller "
            "that naps for longer is not seen to wake.  A periodic timer of "
            "an event loop looks like a poller: its documentation says which "
            "it is."};

    begin_program();
    argp_parse(&argp, argc, argv, 0, NULL, &wish);
    check_process((pid_t)wish.pid);
    threads_watch(&threads, (pid_t)wish.pid, (int64_t)wish.seconds * NS_PER_S);
    if (!threads.n_here)
        die("process %d has ended", (int)wish.pid);
    print_threads(&threads, &totals);
    print_sum(&threads, &totals);
    free(threads.all);
    finish_stdout();
    return 0;
}
