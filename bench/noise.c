/* How much the rest of the machine disturbed a run.
 * SPDX-License-Identifier: MIT
 */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "clock.h"
#include "noise.h"
#include "random.h"

enum { CANARY_STEPS = 200000, CANARY_TRIES = 5 };

/* Ticks that the host took from all our CPUs, or -1. */
static int64_t
read_steal(void)
{
    int64_t steal = -1;
    FILE *file = fopen("/proc/stat", "re");

    if (!file)
        return -1;
    if (fscanf(file, "cpu %*d %*d %*d %*d %*d %*d %*d %" SCNd64, &steal) != 1)
        steal = -1;
    fclose(file);
    return steal;
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

void
noise_begin(struct noise *noise)
{
    int64_t canary_ns = run_canary();

    if (!noise->best_canary_ns || canary_ns < noise->best_canary_ns)
        noise->best_canary_ns = canary_ns;
    noise->canary = (double)canary_ns / (double)noise->best_canary_ns;
    noise->steal_ticks = read_steal();
    noise->pressure_us = read_pressure();
    noise->at_ns = clock_now_ns();
}

void
noise_end(struct noise *noise)
{
    double seconds = (double)(clock_now_ns() - noise->at_ns) / NS_PER_S;
    double cpus = (double)sysconf(_SC_NPROCESSORS_ONLN);
    double ticks = (double)sysconf(_SC_CLK_TCK) * cpus * seconds;
    int64_t steal = read_steal(), pressure = read_pressure();

    noise->steal_percent = noise->pressure_percent = NAN;
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
    return noise->steal_percent > 2 || noise->canary > 1.25;
}
