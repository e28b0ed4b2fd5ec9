/* The gate, at which a program stands still, and the gauges.
 * SPDX-License-Identifier: MIT
 */
#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "meter.h"
#include "test.h"
#include "tsv.h"

static struct outcome o;
static struct meter m;

static size_t
n_threads(pid_t pid)
{
    char path[64];
    size_t n = 0;

    snprintf(path, sizeof(path), "/proc/%d/task", (int)pid);
    DIR *tasks = opendir(path);
    check(tasks, "%s cannot be read", path);
    for (struct dirent *d; (d = readdir(tasks));)
        n += d->d_name[0] != '.';
    closedir(tasks);
    return n;
}

TEST(gate, is_met_at_ready_and_at_done)
{
    for (size_t i = 0; programs[i]; i++) {
        meter_start(&m, programs[i], "--items 20");
        meter_expect(&m, "ready\n");
        check(gauge_get(&m.gauges->n_fed) == 0, "%s did not wait", programs[i]);
        meter_open_gate(&m);
        meter_expect(&m, "done\n");
        check(gauge_get(&m.gauges->n_finished) == 20, "%s: %d are done",
              programs[i], (int)gauge_get(&m.gauges->n_finished));
        meter_open_gate(&m);
        meter_end(&m, &o);
        check(o.status == 0, "%s: status %d: %s", programs[i], o.status, o.err);
    }
}

/* A sanitizer may have a thread of its own: the difference is what counts. */
TEST(gate, has_all_threads_alive_on_both_sides_of_the_work)
{
    for (size_t i = 1; programs[i]; i++) {
        meter_start(&m, programs[i], "--items 20 --workers 3");
        meter_expect(&m, "ready\n");
        size_t ready = n_threads(m.child.pid);
        meter_open_gate(&m);
        meter_expect(&m, "done\n");
        size_t done = n_threads(m.child.pid);
        meter_open_gate(&m);
        meter_end(&m, &o);
        check(ready >= 10 && ready == done, "%s: %zu at ready, %zu at done",
              programs[i], ready, done);
    }
}

TEST(gate, that_is_closed_ends_the_program_with_a_word)
{
    for (size_t i = 0; programs[i]; i++) {
        meter_start(&m, programs[i], "--items 20");
        meter_expect(&m, "ready\n");
        close(m.gate);
        child_wait(&m.child, &o);
        check(o.status == 1, "%s: status %d: %s", programs[i], o.status, o.err);
        check(strstr(o.err, "gate"), "%s: %s", programs[i], o.err);
    }
}

TEST(gate, that_nobody_reads_from_ends_the_program_with_a_word)
{
    for (size_t i = 0; programs[i]; i++) {
        meter_start(&m, programs[i], "--items 20 --io 1ms");
        meter_expect(&m, "ready\n");
        meter_open_gate(&m);
        close(m.gate);
        child_wait(&m.child, &o);
        check(o.status == 1, "%s: status %d: %s", programs[i], o.status, o.err);
        check(strstr(o.err, "gate"), "%s: %s", programs[i], o.err);
    }
}

TEST(gate, on_a_descriptor_that_is_not_open_is_a_failure)
{
    run_program(&o, "blocking", "--gate 99");
    check(o.status == 1 && strstr(o.err, "gate"), "%d: %s", o.status, o.err);
    run_program(&o, "blocking", "--gauges 99");
    check(o.status == 1 && strstr(o.err, "gauges"), "%d: %s", o.status, o.err);
}

/* A store behind the end of a mapped file would be a bus error. */
TEST(gauges, in_a_file_that_is_too_short_are_a_failure)
{
    int page = memfd_create("short", 0);

    check(page >= 0 && !ftruncate(page, 16), "memfd_create");
    run_program(&o, "blocking", "--gauges %d", page);
    check(o.status == 1 && strstr(o.err, "gauges"), "%d: %s", o.status, o.err);
    close(page);
}

TEST(gauges, show_what_was_fed_and_finished_and_where_it_lies)
{
    for (size_t i = 0; programs[i]; i++) {
        meter_start(&m, programs[i], "--items 30");
        meter_expect(&m, "ready\n");
        size_t n_queues = gauge_get(&m.gauges->n_queues);
        check(n_queues == (i == 0 ? 1 : 4), "%s: %zu queues", programs[i],
              n_queues);
        meter_open_gate(&m);
        meter_expect(&m, "done\n");
        check(gauge_get(&m.gauges->n_fed) == 30, "%s: fed", programs[i]);
        check(gauge_get(&m.gauges->n_finished) == 30, "%s: done", programs[i]);
        meter_open_gate(&m);
        meter_end(&m, &o);
    }
}

TEST(gauges, leave_an_item_that_failed_out_of_the_finished)
{
    meter_start(&m, "blocking", "--items 30 --fail 1:3");
    meter_expect(&m, "ready\n");
    meter_open_gate(&m);
    meter_expect(&m, "done\n");
    check(gauge_get(&m.gauges->n_finished) == 29, "%d are done",
          (int)gauge_get(&m.gauges->n_finished));
    meter_open_gate(&m);
    meter_end(&m, &o);
}
