/* Noise: what disturbs a run from outside is seen.
 * SPDX-License-Identifier: MIT
 */
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench/probe/cgroup.h"
#include "bench/probe/noise.h"
#include "bench/run/alone.h"
#include "clock.h"
#include "folder.h"
#include "test.h"

static char self[PATH_BYTES + 8];

static void
begin(const char *groups)
{
    make_folder();
    write_file("self", groups);
    snprintf(self, sizeof(self), "%s/self", folder);
}

TEST(noise, quota_of_a_nested_group_is_the_smallest_above_it)
{
    begin("0::/a/b\n");
    check(shell("mkdir -p $D/a/b") == 0, "no folders");
    check(isnan(cgroup_quota(self, folder)), "made one up");
    check(cgroup_throttled(self, folder) == -1, "made something up");
    write_file("a/b/cpu.max", "max 100000\n");
    write_file("a/cpu.max", "20000 100000\n");
    write_file("a/b/cpu.stat", "usage_usec 5\nnr_periods 9\nnr_throttled 3\n");
    write_file("a/cpu.stat", "nr_periods 143\nnr_throttled 110\n");
    check(cgroup_quota(self, folder) == 0.2, "%g", cgroup_quota(self, folder));
    check(cgroup_throttled(self, folder) == 113, "%d",
          (int)cgroup_throttled(self, folder));
    remove_folder();
}

TEST(noise, quota_of_version_1_is_seen)
{
    begin("5:memory:/m\n4:cpu,cpuacct:/g\n");
    check(shell("mkdir -p $D/cpu,cpuacct/g $D/memory/m") == 0, "no folders");
    write_file("cpu,cpuacct/g/cpu.cfs_quota_us", "50000\n");
    write_file("cpu,cpuacct/g/cpu.cfs_period_us", "100000\n");
    write_file("cpu,cpuacct/cpu.cfs_quota_us", "-1\n");
    write_file("cpu,cpuacct/cpu.cfs_period_us", "100000\n");
    write_file("cpu,cpuacct/g/cpu.stat", "nr_periods 7\nnr_throttled 2\n");
    check(cgroup_quota(self, folder) == 0.5, "%g", cgroup_quota(self, folder));
    check(cgroup_throttled(self, folder) == 2, "%d",
          (int)cgroup_throttled(self, folder));
    remove_folder();
}

/* What each of the signs says, alone. */
TEST(noise, any_sign_alone_marks_a_run)
{
    const struct noise quiet = {.canary = 1};
    struct noise stolen = quiet, slow = quiet, foreign = quiet,
                 throttled = quiet;

    check(!noise_is_noisy(&quiet), "quiet");
    stolen.steal_percent = 5;
    slow.canary = 2;
    foreign.foreign_percent = 60;
    throttled.throttled = 1;
    check(noise_is_noisy(&stolen) && noise_is_noisy(&slow), "steal, canary");
    check(noise_is_noisy(&foreign), "a busy loop beside it");
    check(noise_is_noisy(&throttled), "a quota that is used up");
}

/* Not of this machine, which may be busy, but that the own work is no noise. */
TEST(noise, own_work_is_not_foreign)
{
    struct noise noise = {0};
    volatile unsigned long sum = 0;

    noise_begin(&noise);
    int64_t cpu_ns = clock_process_cpu_ns(), start_ns = clock_now_ns();
    for (unsigned long i = 0; i < 300000000; i++)
        sum += i;
    double used = 100 * (double)(clock_process_cpu_ns() - cpu_ns) /
                  (double)(clock_now_ns() - start_ns);
    noise_end(&noise);
    check(isnan(noise.foreign_percent) || noise.own_percent > used / 2,
          "own work %g of %g, foreign %g", noise.own_percent, used,
          noise.foreign_percent);
}

/* A core's clock may be at its best only now and then. */
TEST(noise, usual_canary_is_quiet)
{
    struct noise noise = {.canaries_ns = {1}, .n_canaries = 1};

    for (int i = 0; i < 9; i++)
        noise_begin(&noise);
    check(noise.canary < 2, "one that was best of all counts: %g",
          noise.canary);
}

/* Of two benches each learns of the other. */
TEST(noise, two_benches_know_of_each_other)
{
    char name[64];
    pid_t parent = getpid();
    int status = 1;

    snprintf(name, sizeof(name), "doorbell-test-%d", (int)parent);
    check(alone_begin(name) == 0, "it is not the first");
    check(!alone_ended(), "another, too soon");
    pid_t other = fork();
    if (other == 0)
        _exit(alone_begin(name) != parent);
    check(other > 0 && waitpid(other, &status, 0) == other, "no child");
    check(status == 0, "the second does not know the first");
    check(alone_ended(), "the first does not know the second");
}
