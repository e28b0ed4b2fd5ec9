/* The watcher: a thread that looks now and then whether anything has moved.
 * SPDX-License-Identifier: MIT
 *
 * Preloaded by whyhang, which says in the environment after how many
 * milliseconds of standing still to report, and whether to end the program
 * then.  SIGQUIT (Ctrl-\) asks for a report at any time.
 *
 * A nap or a yield is no move: a thread that looks again and again for what
 * never comes hangs like one that sleeps.  A thread that computes makes no
 * calls at all; it uses CPU, and so it is told from one that hangs.  What is
 * used up for a spin lock does not count.
 */
#include <dlfcn.h>
#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "hooks/hooks.h"
#include "whyhang/report.h"
#include "whyhang/shake/shake.h"
#include "whyhang/watch/watched.h"

enum { LOOKS = 8, EXIT_HANGS = 3 }; /* looks in the time given */

static sem_t asked; /* for a report */
static long limit_ms = 5000;
static bool ends;

static unsigned long
sum_of_moves(void)
{
    const struct watched *w;
    unsigned long sum = 0;

    for (size_t i = 0; (w = watched_number(i)); i++)
        sum += atomic_load_explicit(&w->moves, memory_order_relaxed);
    return sum;
}

static int64_t
used_ns(clockid_t clock)
{
    struct timespec t = {0, 0};

    clock_gettime(clock, &t);
    return t.tv_sec * INT64_C(1000000000) + t.tv_nsec;
}

/* Of the process, but for the threads that spin now. */
static int64_t
cpu_ns(void)
{
    int64_t sum_ns = used_ns(CLOCK_PROCESS_CPUTIME_ID);
    const struct watched *w;

    for (size_t i = 0; (w = watched_number(i)); i++)
        if (atomic_load(&w->why) == WHY_SPIN && !atomic_load(&w->ended))
            sum_ns -= used_ns(w->cpu);
    return sum_ns;
}

/* Whether some thread waits or naps; one that only computes, or waits for
 * something else, a socket for one, does not hang by that.
 */
static bool
somebody_waits(void)
{
    const struct watched *self = watched_self(), *w;
    bool waits = false;

    for (size_t i = 0; (w = watched_number(i)); i++)
        if (w != self && !atomic_load(&w->ended))
            waits |= atomic_load(&w->why) != WHY_NOT;
    return waits;
}

static bool
somebody_yields(void)
{
    const struct watched *w;

    for (size_t i = 0; (w = watched_number(i)); i++)
        if (atomic_load(&w->naps) && !atomic_load(&w->ended))
            return true;
    return false;
}

/* Waits for a look's time, or until a report is asked for: then true. */
static bool
nap(void)
{
    struct timespec until;

    clock_gettime(CLOCK_MONOTONIC, &until);
    int64_t ns = until.tv_nsec + limit_ms * INT64_C(1000000) / LOOKS;
    until.tv_sec += ns / 1000000000;
    until.tv_nsec = ns % 1000000000;
    return hooks_real()->sem_clockwait(&asked, CLOCK_MONOTONIC, &until) == 0;
}

static void
report(const char *reason)
{
    report_write(reason, stderr);
    if (ends)
        _exit(EXIT_HANGS);
}

static void *
watch(void *nothing)
{
    unsigned long moves = 0;
    int64_t before_ns = 0;
    int still = 0;

    atomic_store(&watched_self()->is_watcher, true);
    for (;;) {
        if (nap())
            report_write("asked", stderr);
        unsigned long now = sum_of_moves();
        bool computes = cpu_ns() - before_ns > limit_ms * 1000000 / LOOKS / 4;
        bool moved = now != moves || !somebody_waits() ||
                     (computes && !somebody_yields());
        still = moved ? 0 : still + 1;
        moves = now;
        before_ns = cpu_ns();
        if (still == LOOKS)
            report("nothing has moved");
    }
    return nothing;
}

static void
ask(int signal_number)
{
    (void)signal_number;
    /* The real functions were found by the constructor. */
    hooks_real()->sem_post(&asked); /* NOLINT(bugprone-signal-handler) */
}

/* The names of code are found in files that the program may have been started
 * beside: looked up from here, not from where it goes later.
 */
__attribute__((constructor)) static void
start(void)
{
    const char *after = getenv("WHYHANG_AFTER_MS");
    sigset_t all, old;
    pthread_t watcher;

    if (!after)
        return;
    limit_ms = strtol(after, NULL, 10);
    ends = getenv("WHYHANG_ENDS") != NULL;
    shake_begin();
    watched_self();
    hooks_real()->sem_init(&asked, 0, 0);
    signal(SIGQUIT, ask);
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, &old);
    if (hooks_real()->pthread_create(&watcher, NULL, watch, NULL) == 0)
        pthread_setname_np(watcher, "whyhang");
    pthread_sigmask(SIG_SETMASK, &old, NULL);
}
