/* The CPU time of a process and all below it: a server with its children.
 * SPDX-License-Identifier: MIT
 */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "clock.h"
#include "probe.h"
#include "tree.h"

static int64_t
cpu_ns_of(pid_t pid)
{
    struct timespec cpu;
    clockid_t id;

    if (clock_getcpuclockid(pid, &id) || clock_gettime(id, &cpu))
        return PROBE_NONE;
    return clock_ns(cpu);
}

/* Fields 16 and 17 of its stat, behind the name, which may hold anything. */
static int64_t
ended_ns_of(pid_t pid)
{
    char path[64], line[1024] = "";
    int64_t user = 0, system = 0;

    snprintf(path, sizeof(path), "/proc/%d/stat", (int)pid);
    FILE *file = fopen(path, "re");
    if (!file)
        return 0;
    const char *behind =
        fgets(line, sizeof(line), file) ? strrchr(line, ')') : NULL;
    fclose(file);
    if (!behind ||
        sscanf(behind,
               ") %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %*u %*u %" SCNd64
               " %" SCNd64,
               &user, &system) != 2)
        return 0;
    return (user + system) * (NS_PER_S / sysconf(_SC_CLK_TCK));
}

/* Adds up over the process and all below it; those that just ended count 0. */
static int64_t
sum(pid_t pid, int64_t (*of)(pid_t pid))
{
    char path[64];
    int64_t total = of(pid), child;

    snprintf(path, sizeof(path), "/proc/%d/task/%d/children", (int)pid,
             (int)pid);
    FILE *list = fopen(path, "re");
    if (!list)
        return total;
    while (fscanf(list, "%" SCNd64, &child) == 1) {
        int64_t its = sum((pid_t)child, of);
        total += its > 0 ? its : 0;
    }
    fclose(list);
    return total;
}

int64_t
tree_cpu_ns(pid_t pid)
{
    return cpu_ns_of(pid) == PROBE_NONE ? PROBE_NONE : sum(pid, cpu_ns_of);
}

int64_t
tree_ended_ns(pid_t pid)
{
    return sum(pid, ended_ns_of);
}

int64_t
tree_used_ns(pid_t pid)
{
    int64_t cpu_ns = tree_cpu_ns(pid);

    return cpu_ns == PROBE_NONE ? PROBE_NONE : cpu_ns + tree_ended_ns(pid);
}
