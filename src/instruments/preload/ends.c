/* The ends of a program, each of which is a report.
 * SPDX-License-Identifier: MIT
 *
 * By exit and by return from main, by quick_exit and _exit, and by a signal that
 * the program leaves to the kernel.  For those signals there is a handler here,
 * of which the program must not learn: one that asks what happens at SIGINT, as
 * Python does, hears that nothing is done.  Not by SIGKILL, nor by exec; and a
 * process that was forked and did not exec reports nothing, unless it is adopted.
 */
#include <dlfcn.h>
#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "array_len.h"
#include "preload/ends.h"
#include "preload/out.h"
#include "sight.h"

typedef void (*handler)(int number);
typedef int (*sigaction_function)(int number, const struct sigaction *action,
                                  struct sigaction *old);

#define SHOWN __attribute__((visibility("default")))

static const int deadly[] = {SIGHUP,  SIGINT,  SIGQUIT, SIGILL,  SIGABRT,
                             SIGBUS,  SIGFPE,  SIGSEGV, SIGPIPE, SIGALRM,
                             SIGTERM, SIGUSR1, SIGUSR2, SIGSYS,  SIGXCPU};

static pid_t our_process;

static void
report_once(void)
{
    static atomic_flag reported = ATOMIC_FLAG_INIT;

    if (getpid() == our_process && !atomic_flag_test_and_set(&reported))
        report_write();
}

void
ends_adopt(void)
{
    our_process = getpid();
}

static int
real_sigaction(int number, const struct sigaction *action,
               struct sigaction *old)
{
    static _Atomic(void *) found;

    if (!atomic_load(&found))
        atomic_store(&found, dlsym(RTLD_NEXT, "sigaction"));
    void *function = atomic_load(&found);
    return (*(sigaction_function *)&function)(number, action, old);
}

/* The signal is delivered again when the handler returns, and kills. */
static void
die_of(int number)
{
    report_once();
    real_sigaction(number, &(struct sigaction){.sa_handler = SIG_DFL}, NULL);
    raise(number);
}

static bool
is_deadly(int number)
{
    for (size_t i = 0; i < ARRAY_LEN(deadly); i++)
        if (deadly[i] == number)
            return true;
    return false;
}

SHOWN int
sigaction(int number, const struct sigaction *action, struct sigaction *old)
{
    struct sigaction ours;

    if (action && action->sa_handler == SIG_DFL && is_deadly(number)) {
        ours = (struct sigaction){.sa_handler = die_of};
        action = &ours;
    }
    int error = real_sigaction(number, action, old);
    if (!error && old && old->sa_handler == die_of)
        *old = (struct sigaction){.sa_handler = SIG_DFL};
    return error;
}

SHOWN handler
signal(int number, handler then)
{
    struct sigaction old, action = {.sa_handler = then, .sa_flags = SA_RESTART};

    return sigaction(number, &action, &old) ? SIG_ERR : old.sa_handler;
}

SHOWN void
_exit(int status)
{
    report_once();
    for (;;)
        syscall(SYS_exit_group, status);
}

SHOWN void
_Exit(int status)
{
    _exit(status);
}

/* At the start, since such a program may end where nothing here is called. */
static void
say_why_not(void)
{
    const char *why = sight_why_not("/proc/self/exe");
    struct out out;

    if (!why)
        return;
    out_begin(&out, ends_stderr());
    out_print(&out, "%s: %s %s\n", ends_library, program_invocation_short_name,
              why);
    out_end(&out);
}

/* What the program ignores, or has a handler for from elsewhere, stays. */
__attribute__((constructor)) static void
begin(void)
{
    struct sigaction now;

    our_process = getpid();
    say_why_not();
    for (size_t i = 0; i < ARRAY_LEN(deadly); i++)
        if (!real_sigaction(deadly[i], NULL, &now) && now.sa_handler == SIG_DFL)
            sigaction(deadly[i], &now, NULL);
    if (at_quick_exit(report_once))
        return; /* no memory: that end alone is not told of */
}

__attribute__((destructor)) static void
end(void)
{
    report_once();
}
