/* Tests many contenders, two at a time.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "conformance.h"
#include "die.h"
#include "process.h"

enum { HALVES = 2 };

static pid_t
start_half(const struct contender *const *contenders, const bool *brief,
           struct conformance *results, size_t n, size_t half)
{
    pid_t parent = getpid();

    fflush(NULL);
    pid_t child = fork();
    if (child < 0)
        die("conformance: %s", strerror(errno));
    if (child > 0)
        return child;
    process_begin_child(parent);
    for (size_t i = half; i < n; i += HALVES)
        results[i] = conformance_test(contenders[i], brief[i]);
    _exit(0);
}

/* A signal ends the wait: what is interrupted was not tested. */
static void
end_half(pid_t half)
{
    siginfo_t info;

    waitid(P_PID, (id_t)half, &info, WEXITED | WNOWAIT);
    process_end(half, NULL);
}

void
conformance_test_all(const struct contender *const *contenders,
                     const bool *brief, struct conformance *results, size_t n)
{
    size_t bytes = (n ? n : 1) * sizeof(*results);
    pid_t halves[HALVES];
    struct conformance *shared = mmap(NULL, bytes, PROT_READ | PROT_WRITE,
                                      MAP_SHARED | MAP_ANONYMOUS, -1, 0);

    if (shared == MAP_FAILED)
        die("conformance: %s", strerror(errno));
    for (size_t half = 0; half < HALVES; half++)
        halves[half] = start_half(contenders, brief, shared, n, half);
    for (size_t half = 0; half < HALVES; half++)
        end_half(halves[half]);
    memcpy(results, shared, n * sizeof(*results));
    munmap(shared, bytes);
    for (size_t i = 0; i < n; i++)
        if (!results[i].n_tests) {
            results[i].n_failed = 1;
            snprintf(results[i].why, sizeof(results[i].why), "was not tested");
        }
}
