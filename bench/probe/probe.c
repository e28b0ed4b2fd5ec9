/* What a process has used so far, read from outside.
 * SPDX-License-Identifier: MIT
 */
#include <dirent.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "clock.h"
#include "probe.h"

enum { PATH_BYTES = 320 };

/* The number behind "name:" in a file of such lines, or PROBE_NONE. */
static int64_t
field(const char *path, const char *name)
{
    char line[256];
    size_t length = strlen(name);
    int64_t value = PROBE_NONE;
    FILE *file = fopen(path, "re");

    if (!file)
        return PROBE_NONE;
    while (value == PROBE_NONE && fgets(line, sizeof(line), file))
        if (!strncmp(line, name, length) && line[length] == ':')
            value = strtoll(line + length + 1, NULL, 10);
    fclose(file);
    return value;
}

/* The index-th number of a file of one line, from 0, or PROBE_NONE. */
static int64_t
word(const char *path, int index)
{
    int64_t value = PROBE_NONE;
    FILE *file = fopen(path, "re");

    if (!file)
        return PROBE_NONE;
    for (int i = 0; i <= index; i++)
        if (fscanf(file, "%" SCNd64, &value) != 1)
            value = PROBE_NONE;
    fclose(file);
    return value;
}

static void
add(int64_t *sum, int64_t value)
{
    *sum =
        *sum == PROBE_NONE || value == PROBE_NONE ? PROBE_NONE : *sum + value;
}

static void
read_task(struct probe *probe, pid_t pid, const char *task)
{
    char path[PATH_BYTES];

    snprintf(path, sizeof(path), "/proc/%d/task/%s/status", (int)pid, task);
    add(&probe->voluntary, field(path, "voluntary_ctxt_switches"));
    add(&probe->involuntary, field(path, "nonvoluntary_ctxt_switches"));
    if (strtol(task, NULL, 10) == pid)
        return;
    snprintf(path, sizeof(path), "/proc/%d/task/%s/schedstat", (int)pid, task);
    add(&probe->workers_cpu_ns, word(path, 0));
}

static void
read_tasks(struct probe *probe, pid_t pid)
{
    char path[PATH_BYTES];
    struct dirent *entry;

    probe->tasks_at_ns = clock_now_ns();
    snprintf(path, sizeof(path), "/proc/%d/task", (int)pid);
    DIR *tasks = opendir(path);
    if (!tasks) {
        probe->voluntary = probe->involuntary = PROBE_NONE;
        probe->workers_cpu_ns = PROBE_NONE;
        return;
    }
    while ((entry = readdir(tasks)))
        if (entry->d_name[0] != '.')
            read_task(probe, pid, entry->d_name);
    closedir(tasks);
}

static void
read_process(struct probe *probe, pid_t pid)
{
    struct timespec cpu;
    clockid_t id;

    probe->cpu_ns = PROBE_NONE;
    probe->at_ns = clock_now_ns();
    if (!clock_getcpuclockid(pid, &id) && !clock_gettime(id, &cpu))
        probe->cpu_ns = clock_ns(cpu);
}

static void
read_peak(struct probe *probe, pid_t pid)
{
    char path[PATH_BYTES];

    snprintf(path, sizeof(path), "/proc/%d/status", (int)pid);
    int64_t kib = field(path, "VmHWM");
    probe->peak_bytes = kib == PROBE_NONE ? PROBE_NONE : kib * 1024;
}

struct probe
probe_begin(pid_t pid)
{
    struct probe probe = {0};

    read_peak(&probe, pid);
    read_tasks(&probe, pid);
    read_process(&probe, pid);
    return probe;
}

struct probe
probe_end(pid_t pid)
{
    struct probe probe = {0};

    read_process(&probe, pid);
    read_tasks(&probe, pid);
    read_peak(&probe, pid);
    return probe;
}

int64_t
probe_resident_bytes(pid_t pid)
{
    char path[PATH_BYTES];

    snprintf(path, sizeof(path), "/proc/%d/statm", (int)pid);
    int64_t pages = word(path, 1);
    return pages == PROBE_NONE ? PROBE_NONE : pages * sysconf(_SC_PAGESIZE);
}
