/* What machine this is.
 * SPDX-License-Identifier: MIT
 */
#include <math.h>
#include <sched.h>
#include <stdio.h>
#include <string.h>
#include <sys/utsname.h>
#include <unistd.h>

#include "array_len.h"
#include "cgroup.h"
#include "environment.h"
#include "json.h"

enum { VALUE_BYTES = 256 };

/* The first line of a stream, without its end; "n/a" when there is none. */
static void
first_line(FILE *stream, char *value)
{
    if (!stream || !fgets(value, VALUE_BYTES, stream) || *value == '\n')
        snprintf(value, VALUE_BYTES, "n/a");
    value[strcspn(value, "\n")] = '\0';
}

static void
line_of_file(const char *path, char *value)
{
    FILE *file = fopen(path, "re");

    first_line(file, value);
    if (file)
        fclose(file);
}

static void
line_of_command(const char *command, char *value)
{
    FILE *pipe = popen(command, "re");

    first_line(pipe, value);
    if (pipe)
        pclose(pipe);
}

/* The value of the first "name : value" line of /proc/cpuinfo. */
static void
cpu_model(char *value)
{
    FILE *file = fopen("/proc/cpuinfo", "re");
    char line[VALUE_BYTES];

    snprintf(value, VALUE_BYTES, "n/a");
    while (file && fgets(line, sizeof(line), file)) {
        const char *colon = strchr(line, ':');
        if (strncmp(line, "model name", 10) || !colon)
            continue;
        snprintf(value, VALUE_BYTES, "%.*s", (int)strcspn(colon + 2, "\n"),
                 colon + 2);
        break;
    }
    if (file)
        fclose(file);
}

static void
put(FILE *out, const char *name, const char *value)
{
    fprintf(out, "  \"%s\": ", name);
    json_quote(value, out);
    fputs(",\n", out);
}

static void
put_files(FILE *out)
{
    static const struct {
        const char *name, *path;
    } files[] = {
        {"load", "/proc/loadavg"},
        {"cgroup_cpu_max", "/sys/fs/cgroup/cpu.max"},
        {"cpuidle_driver", "/sys/devices/system/cpu/cpuidle/current_driver"},
        {"cpuidle_governor",
         "/sys/devices/system/cpu/cpuidle/current_governor"},
        {"frequency_governor",
         "/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor"},
        {"clocksource",
         "/sys/devices/system/clocksource/clocksource0/current_clocksource"},
    };
    char value[VALUE_BYTES];

    for (size_t i = 0; i < ARRAY_LEN(files); i++) {
        line_of_file(files[i].path, value);
        put(out, files[i].name, value);
    }
}

static void
put_commands(FILE *out)
{
    static const struct {
        const char *name, *command;
    } commands[] = {
        {"libc", "getconf GNU_LIBC_VERSION 2>/dev/null"},
        {"git_revision", "git rev-parse --short HEAD 2>/dev/null"},
        {"git_dirty", "changes=$(git status --porcelain 2>/dev/null) && "
                      "if [ \"$changes\" ]; then echo yes; else echo no; fi"},
        {"virtual", "systemd-detect-virt 2>/dev/null"},
    };
    char value[VALUE_BYTES];

    for (size_t i = 0; i < ARRAY_LEN(commands); i++) {
        line_of_command(commands[i].command, value);
        put(out, commands[i].name, value);
    }
}

long
environment_cpus(void)
{
    cpu_set_t allowed;

    return sched_getaffinity(0, sizeof(allowed), &allowed)
               ? sysconf(_SC_NPROCESSORS_ONLN)
               : CPU_COUNT(&allowed);
}

void
environment_write(const struct bench *bench, FILE *out)
{
    char model[VALUE_BYTES];
    struct utsname kernel;

    uname(&kernel);
    cpu_model(model);
    fputs("{\n", out);
    put(out, "doorbell", VERSION);
    put(out, "stamp", bench->stamp);
    put(out, "cpu_model", model);
    put(out, "machine", kernel.machine);
    put(out, "kernel", kernel.release);
    put_files(out);
    put_commands(out);
    put(out, "compiler", __VERSION__);
    put(out, "flags", BUILD_FLAGS);
    fprintf(out, "  \"seed\": %llu,\n", (unsigned long long)bench->seed);
    fprintf(out, "  \"cpus_allowed\": %ld,\n", environment_cpus());
    fprintf(out, "  \"cpus\": %ld\n}\n", sysconf(_SC_NPROCESSORS_ONLN));
}

void
environment_line(char *line, size_t size)
{
    char model[VALUE_BYTES];
    struct utsname kernel;

    uname(&kernel);
    cpu_model(model);
    long n = sysconf(_SC_NPROCESSORS_ONLN), allowed = environment_cpus();
    char of[32] = "";
    if (allowed != n)
        snprintf(of, sizeof(of), "%ld of ", allowed);
    char quota[40] = "";
    double cpus = cgroup_quota(CGROUP_SELF, CGROUP_ROOT);
    if (!isnan(cpus))
        snprintf(quota, sizeof(quota), " (a quota of %.2g)", cpus);
    snprintf(line, size, "%s%ld CPUs%s, %.32s, %s %.24s", of, n, quota, model,
             kernel.sysname, kernel.release);
}
