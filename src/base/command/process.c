/* Child processes that end.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdio_ext.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/clock.h"
#include "process.h"

enum { FILE_BYTES = 64 << 20 };
#define FIRST_LOOK_NS (50 * NS_PER_US)
#define LAST_LOOK_NS  (5 * NS_PER_MS)

void
process_adopt_strays(void)
{
    prctl(PR_SET_CHILD_SUBREAPER, 1);
}

static void
reset_signals(void)
{
    sigset_t none;

    for (int s = 1; s < NSIG; s++)
        signal(s, SIG_DFL);
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
}

void
process_begin_child(pid_t parent)
{
    struct rlimit no_core = {0, 0}, file = {FILE_BYTES, FILE_BYTES};

    __fpurge(stdout);
    clearerr(stdout);
    setpgid(0, 0);
    reset_signals();
    setrlimit(RLIMIT_CORE, &no_core);
    setrlimit(RLIMIT_FSIZE, &file);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent)
        _exit(1);
}

bool
process_has_ended(pid_t child)
{
    siginfo_t info = {.si_pid = 0};

    return waitid(P_PID, (id_t)child, &info, WEXITED | WNOHANG | WNOWAIT) ||
           info.si_pid == child;
}

bool
process_wait(pid_t child, int ms)
{
    int64_t until_ns = clock_now_ns() + ms * NS_PER_MS;
    int64_t nap_ns = FIRST_LOOK_NS;

    while (!process_has_ended(child)) {
        struct timespec nap = clock_timespec(nap_ns);
        if (clock_now_ns() >= until_ns || nanosleep(&nap, NULL))
            return false;
        nap_ns = nap_ns < LAST_LOOK_NS ? 2 * nap_ns : LAST_LOOK_NS;
    }
    return true;
}

int
process_end(pid_t child, struct rusage *usage)
{
    struct rusage unread;
    int status = 0;

    if (!process_has_ended(child))
        kill(child, SIGKILL);
    kill(-child, SIGKILL);
    while (wait4(child, &status, 0, usage ? usage : &unread) < 0 &&
           errno == EINTR)
        continue;
    return status;
}

/* The kernel lists them, where it was built to. */
size_t
process_end_strays(pid_t keep)
{
    char path[64];
    size_t n = 0;
    int stray;

    snprintf(path, sizeof(path), "/proc/self/task/%d/children", (int)gettid());
    FILE *list = fopen(path, "re");
    if (!list)
        return 0;
    while (fscanf(list, "%d", &stray) == 1)
        if (stray != keep) {
            process_end(stray, NULL);
            n++;
        }
    fclose(list);
    return n;
}

const char *
process_words(int status)
{
    static char words[96];
    int by = WIFSIGNALED(status) ? WTERMSIG(status) : 0;

    *words = '\0';
    if (by)
        snprintf(words, sizeof(words), "killed by SIG%s (%s)",
                 sigabbrev_np(by) ? sigabbrev_np(by) : "?", strsignal(by));
    else if (WEXITSTATUS(status))
        snprintf(words, sizeof(words), "ended with status %d",
                 WEXITSTATUS(status));
    return words;
}
