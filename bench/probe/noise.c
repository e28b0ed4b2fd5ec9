/* How much the rest of the machine disturbed a run.
 * SPDX-License-Identifier: MIT
 */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "cgroup.h"
#include "clock.h"
#include "noise.h"
#include "random.h"
#include "tree.h"

enum { CANARY_STEPS = 200000, CANARY_TRIES = 5 };

/* Ticks of all CPUs: that the host took, and that all processes here used; -1
 * when they cannot be seen.
 */
static void
read_ticks(int64_t *steal, int64_t *busy)
{
    int64_t user, nice, system, irq, softirq;
    FILE *file = fopen("/proc/stat", "re");

    *steal = *busy = -1;
    if (!file)
        return;
    if (fscanf(file,
               "cpu %" SCNd64 " %" SCNd64 " %" SCNd64 " %*d %*d %" SCNd64
               " %" SCNd64 " %" SCNd64,
               &user, &nice, &system, &irq, &softirq, steal) == 6)
        *busy = user + nice + system + irq + softirq;
    fclose(file);
}

static int64_t
timeval_ns(struct timeval t)
{
    return t.tv_sec * NS_PER_S + t.tv_usec * NS_PER_US;
}

/* CPU time of this process, of the children that have ended, of the server and
 * its children.
 */
static int64_t
read_own_ns(pid_t server)
{
    struct rusage children;
    int64_t server_ns = server > 0 ? tree_used_ns(server) : 0;

    getrusage(RUSAGE_CHILDREN, &children);
    return clock_process_cpu_ns() + timeval_ns(children.ru_utime) +
           timeval_ns(children.ru_stime) + (server_ns > 0 ? server_ns : 0);
}

static int64_t
read_pressure(void)
{
    char line[128];
    int64_t total = -1;
    FILE *file = fopen("/proc/pressure/cpu", "re");

    if (!file)
        return -1;
    if (fgets(line, sizeof(line), file)) {
        const char *found = strstr(line, "total=");
        if (!found || sscanf(found, "total=%" SCNd64, &total) != 1)
            total = -1;
    }
    fclose(file);
    return total;
}

static int64_t
run_canary_once(void)
{
    static volatile uint64_t sink;
    uint64_t state = 1, sum = 0;
    int64_t start_ns = clock_now_ns();

    for (int i = 0; i < CANARY_STEPS; i++)
        sum += random_next(&state);
    sink = sum; /* so that the loop cannot be left out */
    (void)sink;
    return clock_now_ns() - start_ns;
}

static int
compare_ns(const void *left, const void *right)
{
    const int64_t *a = left, *b = right;

    return (*a > *b) - (*a < *b);
}

/* The best of a few in a row: the first finds the caches cold, and a core that
 * has just been woken.
 */
static int64_t
run_canary(void)
{
    int64_t best_ns = run_canary_once();

    for (int i = 1; i < CANARY_TRIES; i++) {
        int64_t ns = run_canary_once();
        best_ns = ns < best_ns ? ns : best_ns;
    }
    return best_ns;
}

/* This one over the median of the last ones, itself among them. */
static double
against_usual(struct noise *noise, int64_t canary_ns)
{
    int64_t sorted[NOISE_CANARIES];

    noise->canaries_ns[noise->n_canaries++ % NOISE_CANARIES] = canary_ns;
    size_t n =
        noise->n_canaries < NOISE_CANARIES ? noise->n_canaries : NOISE_CANARIES;
    memcpy(sorted, noise->canaries_ns, n * sizeof(*sorted));
    qsort(sorted, n, sizeof(*sorted), compare_ns);
    size_t middle = n / 2;
    return (double)canary_ns / (double)sorted[middle];
}

void
noise_begin(struct noise *noise)
{
    noise->canary = against_usual(noise, run_canary());
    read_ticks(&noise->steal_ticks, &noise->busy_ticks);
    noise->own_ns = read_own_ns(noise->server);
    noise->n_throttled = cgroup_throttled(CGROUP_SELF, CGROUP_ROOT);
    noise->pressure_us = read_pressure();
    noise->at_ns = clock_now_ns();
}

void
noise_end(struct noise *noise)
{
    double seconds = (double)(clock_now_ns() - noise->at_ns) / NS_PER_S;
    double cpus = (double)sysconf(_SC_NPROCESSORS_ONLN);
    double ticks = (double)sysconf(_SC_CLK_TCK) * cpus * seconds;
    int64_t steal, busy, pressure = read_pressure();
    int64_t own_ns = read_own_ns(noise->server) - noise->own_ns;
    int64_t throttled = cgroup_throttled(CGROUP_SELF, CGROUP_ROOT);

    read_ticks(&steal, &busy);
    noise->steal_percent = noise->pressure_percent = NAN;
    noise->foreign_percent = noise->throttled = NAN;
    noise->own_percent = (double)own_ns / NS_PER_S / seconds * 100;
    if (busy >= 0 && noise->busy_ticks >= 0)
        noise->foreign_percent =
            fmax(0, 100 * cpus * (double)(busy - noise->busy_ticks) / ticks -
                        noise->own_percent);
    if (throttled >= 0 && noise->n_throttled >= 0)
        noise->throttled = (double)(throttled - noise->n_throttled);
    if (steal >= 0 && noise->steal_ticks >= 0)
        noise->steal_percent =
            100 * (double)(steal - noise->steal_ticks) / ticks;
    if (pressure >= 0 && noise->pressure_us >= 0)
        noise->pressure_percent =
            (double)(pressure - noise->pressure_us) / 1e4 / seconds;
}

bool
noise_is_noisy(const struct noise *noise)
{
    return noise->steal_percent > 2 || noise->canary > 1.25 ||
           noise->foreign_percent > NOISE_FOREIGN || noise->throttled > 0;
}
