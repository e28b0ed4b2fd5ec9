/* What the engine needs of the process: signals, and a watchdog.
 * SPDX-License-Identifier: MIT
 */
#include <execinfo.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <ucontext.h>
#include <unistd.h>

#include "array_len.h"
#include "die.h"
#include "explore/engine/engine.h"
#include "explore/load/module.h"

enum { ALTERNATE_BYTES = 256 * 1024, TICKS_MAX = 3, FRAMES_MAX = 32 };

/* As backtrace does.  The unwinder takes locks, which are no steps of what is
 * explored.
 */
static int
take_frames(void **frames)
{
    struct task *t = engine.current;

    engine.current = NULL;
    int n = backtrace(frames, FRAMES_MAX);
    engine.current = t;
    return n;
}

/* Whether the innermost frame of what is explored is one of a library: what that
 * keeps outside its globals is not put back before each schedule.
 */
static bool
is_in_library(void)
{
    void *frames[FRAMES_MAX];
    int n = take_frames(frames);

    for (int i = 0; i < n; i++)
        if (module_holds_code(frames[i]))
            return !module_is_named(frames[i]);
    return false;
}

/* A fault of the explored code ends its schedule; one of the explorer itself
 * ends it as usual.
 */
static void
crash(int signal_number)
{
    if (engine.current && !engine.races && is_in_library())
        engine_give_up("%s: %s in a library of the program's",
                       engine.current->name, strsignal(signal_number));
    if (engine.current)
        engine_fail(FAULT_CRASH, "%s: %s", engine.current->name,
                    strsignal(signal_number));
    signal(signal_number, SIG_DFL);
    raise(signal_number);
}

/* Where the explored code is, as an address to which a call returns. */
static const void *
place_now(const ucontext_t *interrupted)
{
    const char *here = (const char *)interrupted->uc_mcontext.gregs[REG_RIP];
    void *frames[FRAMES_MAX];
    int n = module_holds_code(here) ? 0 : take_frames(frames);

    for (int i = 0; i < n; i++)
        if (module_holds_code(frames[i]))
            return frames[i];
    return here + 1;
}

/* Each second: code that makes no call that is taken over is never left.  It may
 * only take long, and so it is no fault.
 */
static void
look_whether_it_moves(int signal_number, siginfo_t *info, void *interrupted)
{
    static uint64_t last;
    static int ticks;

    (void)signal_number, (void)info;
    ticks = engine.current && engine.n_switches == last ? ticks + 1 : 0;
    last = engine.n_switches;
    if (ticks == TICKS_MAX) {
        ticks = 0;
        engine.stuck = place_now(interrupted);
        engine_give_up("%s loops without a call that the explorer sees",
                       engine.current->name);
    }
}

static void
handle(int signal_number, struct sigaction action)
{
    action.sa_flags |= SA_ONSTACK | SA_NODEFER | SA_RESTART;
    sigaction(signal_number, &action, NULL);
}

void
engine_start(void)
{
    static const int faults[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};
    const struct itimerval second = {{1, 0}, {1, 0}};
    stack_t stack = {.ss_size = ALTERNATE_BYTES};
    void *frame;

    stack.ss_sp = malloc(ALTERNATE_BYTES);
    if (!stack.ss_sp || sigaltstack(&stack, NULL))
        die("no stack for signals");
    coroutine_adopt(&engine.explorer);
    for (size_t i = 0; i < ARRAY_LEN(faults); i++)
        handle(faults[i], (struct sigaction){.sa_handler = crash});
    handle(SIGALRM, (struct sigaction){.sa_sigaction = look_whether_it_moves,
                                       .sa_flags = SA_SIGINFO});
    setitimer(ITIMER_REAL, &second, NULL);
    backtrace(&frame, 1); /* the first time it loads a library */
}
