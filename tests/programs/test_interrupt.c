/* SIGINT: what is on its way arrives unfinished, and the sums still hold.
 * SPDX-License-Identifier: MIT
 */
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>

#include "array_len.h"
#include "meter.h"
#include "test.h"
#include "tsv.h"

static struct outcome o;
static struct meter m;

/* Interrupts the program once it has finished a few items. */
static void
interrupt_it(const char *program, const char *options)
{
    meter_start(&m, program, options);
    meter_expect(&m, "ready\n");
    meter_open_gate(&m);
    while (gauge_get(&m.gauges->n_finished) < 5)
        sched_yield();
    check(!kill(m.child.pid, SIGINT), "kill");
    meter_expect(&m, "done\n");
    meter_open_gate(&m);
    meter_end(&m, &o);
}

static void
sums_hold(const char *program)
{
    long long items = tsv_number(o.out, "items");
    long long finished = tsv_number(o.out, "finished");
    long long failed = tsv_number(o.out, "failed");

    check(o.status == 130, "%s: status %d: %s", program, o.status, o.err);
    check(finished >= 5, "%s: %lld finished", program, finished);
    check(finished < 1000000, "%s: all finished", program);
    check(finished + failed == items, "%s: %lld + %lld of %lld", program,
          finished, failed, items);
}

TEST(interrupt, keeps_the_sums_while_items_are_fed)
{
    for (size_t i = 0; programs[i]; i++) {
        interrupt_it(programs[i], "--items 1000000 --every 100us -f tsv "
                                  "--nap 1ms --main-nap 1ms");
        sums_hold(programs[i]);
    }
}

TEST(interrupt, keeps_the_sums_while_items_wait_in_queues)
{
    for (size_t i = 0; programs[i]; i++) {
        interrupt_it(programs[i], "--items 20000 --stages work --io 1ms "
                                  "-f tsv --nap 1ms --main-nap 1ms");
        sums_hold(programs[i]);
    }
}

TEST(interrupt, ends_a_put_that_waits_for_room)
{
    interrupt_it("blocking", "--items 1000000 --capacity 1 --stages work "
                             "--io 1ms -f tsv");
    sums_hold("blocking");
}

TEST(interrupt, ends_work_that_would_take_an_hour)
{
    meter_start(&m, "blocking", "--items 2 --stages work --work 3600s -f tsv");
    meter_expect(&m, "ready\n");
    meter_open_gate(&m);
    while (gauge_get(&m.gauges->n_fed) < 2 ||
           gauge_get(&m.gauges->length[0]) != 1)
        sched_yield();
    check(!kill(m.child.pid, SIGINT), "kill");
    meter_expect(&m, "done\n");
    meter_open_gate(&m);
    meter_end(&m, &o);
    check(o.status == 130, "status %d: %s", o.status, o.err);
    check(tsv_number(o.out, "items") == 2, "%s", o.out);
}

/* Of a worker, and of main. */
TEST(interrupt, ends_naps_that_would_take_an_hour)
{
    static const char *const naps[] = {"--items 1 -f tsv --nap 3600s",
                                       "--items 1 -f tsv --main-nap 3600s"};

    for (size_t i = 0; i < ARRAY_LEN(naps); i++) {
        meter_start(&m, "polling", naps[i]);
        meter_expect(&m, "ready\n");
        meter_open_gate(&m);
        while (gauge_get(&m.gauges->n_fed) < 1)
            sched_yield();
        check(!kill(m.child.pid, SIGINT), "kill");
        meter_expect(&m, "done\n");
        meter_open_gate(&m);
        meter_end(&m, &o);
        check(o.status == 130, "%s: status %d: %s", naps[i], o.status, o.err);
    }
}

TEST(interrupt, says_why_items_failed)
{
    interrupt_it("blocking", "--items 20000 --stages work --io 1ms -f tsv");
    check(strstr(o.err, "interrupted"), "%s", o.err);
}

/* Whether the process still catches SIGINT: a bit in /proc. */
static bool
catches_interrupt(pid_t pid)
{
    char path[64], line[256];
    unsigned long long mask = 0;

    snprintf(path, sizeof(path), "/proc/%d/status", (int)pid);
    FILE *status = fopen(path, "r");
    check(status, "%s cannot be read", path);
    while (fgets(line, sizeof(line), status))
        if (sscanf(line, "SigCgt: %llx", &mask) == 1)
            break;
    fclose(status);
    check(!waitpid(pid, NULL, WNOHANG), "it has ended");
    return mask >> (SIGINT - 1) & 1;
}

TEST(interrupt, that_comes_twice_kills)
{
    meter_start(&m, "blocking", "--items 1");
    meter_expect(&m, "ready\n");
    check(!kill(m.child.pid, SIGINT), "kill");
    while (catches_interrupt(m.child.pid))
        sched_yield();
    check(!kill(m.child.pid, SIGINT), "kill");
    meter_end(&m, &o);
    check(o.status == 128 + SIGINT, "status %d: %s", o.status, o.err);
}
