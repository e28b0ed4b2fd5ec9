/* What the control group of this process takes from it.
 * SPDX-License-Identifier: MIT
 */
#include <inttypes.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "cgroup.h"

enum { PATH_BYTES = 512 };

/* Calls visit for the folder of the group, and for each above it. */
static void
climb(char *folder, size_t root_length,
      void (*visit)(const char *folder, void *sum), void *sum)
{
    for (;;) {
        visit(folder, sum);
        char *slash = strrchr(folder, '/');
        if (!slash || (size_t)(slash - folder) < root_length)
            return;
        *slash = '\0';
    }
}

/* Lines are "0::/path" in version 2, "4:cpu,cpuacct:/path" in version 1, where
 * each list of controllers is mounted under its name.
 */
static void
for_each_group(const char *self, const char *root,
               void (*visit)(const char *folder, void *sum), void *sum)
{
    char line[PATH_BYTES], folder[2 * PATH_BYTES];
    FILE *file = fopen(self, "re");

    while (file && fgets(line, sizeof(line), file)) {
        char *controllers = strchr(line, ':'), *path;
        if (!controllers || !(path = strchr(++controllers, ':')))
            continue;
        *path++ = '\0';
        path[strcspn(path, "\n")] = '\0';
        if (*controllers && strncmp(controllers, "cpu", 3) != 0)
            continue;
        snprintf(folder, sizeof(folder), "%.400s%s%s%s", root,
                 *controllers ? "/" : "", controllers,
                 strcmp(path, "/") ? path : "");
        climb(folder, strlen(root) + (*controllers ? 1 : 0), visit, sum);
    }
    if (file)
        fclose(file);
}

/* Reads one line of a file of the folder. */
static bool
read_line(const char *folder, const char *name, char *line, size_t size)
{
    char path[3 * PATH_BYTES];

    snprintf(path, sizeof(path), "%s/%s", folder, name);
    FILE *file = fopen(path, "re");
    bool is_read = file && fgets(line, (int)size, file);
    if (file)
        fclose(file);
    return is_read;
}

static void
visit_quota(const char *folder, void *least)
{
    char quota[64], period[64];
    double *cpus = least, used, of;

    if (read_line(folder, "cpu.max", quota, sizeof(quota)) &&
        sscanf(quota, "%lf %lf", &used, &of) == 2)
        *cpus = fmin(*cpus, used / of);
    if (read_line(folder, "cpu.cfs_quota_us", quota, sizeof(quota)) &&
        read_line(folder, "cpu.cfs_period_us", period, sizeof(period)) &&
        sscanf(quota, "%lf", &used) == 1 && sscanf(period, "%lf", &of) == 1 &&
        used > 0)
        *cpus = fmin(*cpus, used / of);
}

double
cgroup_quota(const char *self, const char *root)
{
    double cpus = INFINITY;

    for_each_group(self, root, visit_quota, &cpus);
    return isinf(cpus) ? NAN : cpus;
}

static void
visit_throttled(const char *folder, void *sum)
{
    char path[3 * PATH_BYTES], line[64];
    int64_t *periods = sum, n;

    snprintf(path, sizeof(path), "%s/cpu.stat", folder);
    FILE *file = fopen(path, "re");
    while (file && fgets(line, sizeof(line), file))
        if (sscanf(line, "nr_throttled %" SCNd64, &n) == 1)
            *periods = (*periods < 0 ? 0 : *periods) + n;
    if (file)
        fclose(file);
}

int64_t
cgroup_throttled(const char *self, const char *root)
{
    int64_t periods = -1;

    for_each_group(self, root, visit_throttled, &periods);
    return periods;
}
