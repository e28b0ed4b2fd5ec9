/* Each probe, against a program of known truth.
 * SPDX-License-Identifier: MIT
 *
 * How far the probes are off is printed by `bench calibrate`; what is
 * checked here does not depend on how busy the machine is.
 */
#include <errno.h>
#include <unistd.h>

#include "bench/run/child/child.h"
#include "bench/probe/probe.h"
#include "clock.h"
#include "test.h"

#if defined(SAN_address) || defined(SAN_thread)
enum { MEMORY_GROWS_MORE = 1 }; /* shadow memory */
#else
enum { MEMORY_GROWS_MORE = 0 };
#endif

static struct child child;

static struct probe
stand_at(const char *gate, struct probe (*probe)(pid_t))
{
    int error = child_reach(&child, gate);

    check(!error, "did not reach '%s': %d", gate, error);
    struct probe reading = probe(child.pid);
    check(child_go(&child) == 0, "cannot open '%s'", gate);
    return reading;
}

static void
run_known(const char *arguments, struct probe *begin, struct probe *end)
{
    int error = child_start(&child, BUILD "/bin/known", arguments, CHILD_GATE);

    check(!error, "known does not start: %d", error);
    *begin = stand_at("ready", probe_begin);
    *end = stand_at("done", probe_end);
    child_finish(&child);
    check(child.status == 0, "known ended with status %d", child.status);
}

TEST(probe, sees_the_cpu_that_was_burnt)
{
    struct probe a, b;

    run_known("--burn 100ms", &a, &b);
    double ms = (double)(b.workers_cpu_ns - a.workers_cpu_ns) / NS_PER_MS;
    check(ms >= 99.9 && ms < 110, "burnt 100 ms, the probe says %g", ms);
    ms = (double)(b.cpu_ns - a.cpu_ns) / NS_PER_MS;
    check(ms >= 99.9 && ms < 115, "burnt 100 ms, the process probe says %g",
          ms);
}

TEST(probe, sees_no_cpu_where_none_was_used)
{
    struct probe a, b;

    run_known("", &a, &b);
    double ms = (double)(b.cpu_ns - a.cpu_ns) / NS_PER_MS;
    check(ms < 10, "nothing was done, the probe says %g ms", ms);
}

TEST(probe, counts_the_sleeps)
{
    struct probe a, b;

    run_known("--naps 100", &a, &b);
    check(b.voluntary - a.voluntary >= 100, "slept 100 times, saw %lld",
          (long long)(b.voluntary - a.voluntary));
    check(b.voluntary - a.voluntary <= 110, "slept 100 times, saw %lld",
          (long long)(b.voluntary - a.voluntary));
}

TEST(probe, sees_memory_grow)
{
    struct probe a, b;

    run_known("--grow 64", &a, &b);
    double mib = (double)(b.peak_bytes - a.peak_bytes) / (1 << 20);
    check(mib >= 64, "grew by 64 MiB, the probe says %g", mib);
    check(MEMORY_GROWS_MORE || mib < 65, "grew by 64 MiB, it says %g", mib);
}

TEST(probe, knows_the_memory_of_this_process)
{
    int64_t bytes = probe_resident_bytes(getpid());

    check(bytes > 100000, "resident %lld", (long long)bytes);
}

TEST(probe, says_so_when_there_is_no_such_process)
{
    struct probe gone = probe_begin(0x3ffffff);

    check(gone.cpu_ns == PROBE_NONE, "cpu %lld", (long long)gone.cpu_ns);
    check(gone.voluntary == PROBE_NONE, "switches");
    check(gone.workers_cpu_ns == PROBE_NONE, "workers");
    check(gone.peak_bytes == PROBE_NONE, "peak %lld",
          (long long)gone.peak_bytes);
    check(probe_resident_bytes(0x3ffffff) == PROBE_NONE, "resident");
}

TEST(child, that_does_not_exist_reaches_no_gate)
{
    check(child_start(&child, BUILD "/bin/nosuch", "", CHILD_GATE) == 0,
          "fork failed");
    check(child_reach(&child, "ready") == EPIPE, "reached a gate");
    child_finish(&child);
    check(child.status != 0, "ended well");
}

TEST(child, reads_values_and_sums)
{
    child_start(&child, BUILD "/bin/sequential", "--items 12", 0);
    child_finish(&child);
    check(child_value(&child, "finished", -1) == 12, "finished");
    check(child_value(&child, "workers.1.work_done", -1) == 12, "work_done");
    check(child_value(&child, "nosuch", -1) == -1, "made a value up");
    check(child_value(&child, "finishe", -1) == -1, "took half a key");
    check(child_sum(&child, "workers", "work_done") == 36, "sum %g",
          child_sum(&child, "workers", "work_done"));
    check(child_sum(&child, "workers", "done") == 0, "took half a name");
}

TEST(child, shows_its_queues_in_the_gauges)
{
    child_start(&child, BUILD "/bin/blocking", "--items 10",
                CHILD_GATE | CHILD_GAUGES);
    stand_at("ready", probe_begin);
    check(child_reach(&child, "done") == 0, "not done");
    check(gauge_get(&child.gauges->n_queues) == 4, "queues");
    check(gauge_get(&child.gauges->n_fed) == 10, "fed");
    check(gauge_get(&child.gauges->n_finished) == 10, "finished");
    child_go(&child);
    child_finish(&child);
}

TEST(child, complains_are_kept)
{
    child_start(&child, BUILD "/bin/sequential", "--items nonsense", 0);
    child_finish(&child);
    check(*child.messages, "nothing was said");
    check(!*child.text, "something was printed");
}
