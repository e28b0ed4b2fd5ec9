/* libtrace.so sees from outside what the programs count inside, exactly.
 * SPDX-License-Identifier: MIT
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "array_len.h"
#include "spawn.h"
#include "test.h"
#include "programs/tsv.h"

static struct outcome o;
static char rows[OUT_BYTES]; /* what libtrace wrote */
static char path[64];

static void
read_rows(void)
{
    FILE *f = fopen(path, "r");

    check(f, "no '%s'", path);
    size_t n = fread(rows, 1, sizeof(rows) - 1, f);
    check(n && n < sizeof(rows) - 1, "%zu bytes", n);
    rows[n] = '\0';
    fclose(f);
    unlink(path);
}

static void
run_traced(const char *program, const char *options)
{
    snprintf(path, sizeof(path), "/tmp/libtrace-%d.tsv", getpid());
    setenv("LIBTRACE_TSV", path, 1);
    setenv("LD_PRELOAD", BUILD "/libtrace.so", 1);
    run_program(&o, program, "-f tsv %s", options);
    unsetenv("LD_PRELOAD");
    check(o.status == 0, "%s %s: status %d: %s", program, options, o.status,
          o.err);
    read_rows();
    snprintf(test_at, sizeof(test_at), "%s %s: ", program, options);
}

/* The sum of a column of all rows with this call: 2 is calls, 3 is empty.
 * main's are left out: the programs' own counts are those of their workers.
 */
static long long
sum_of(const char *call, int column)
{
    static char copy[OUT_BYTES];
    long long sum = 0;
    char *rest;

    memcpy(copy, rows, sizeof(copy));
    for (char *row = strtok_r(copy, "\n", &rest); row;
         row = strtok_r(NULL, "\n", &rest)) {
        char thread[32], name[32];
        long long value[2];
        if (sscanf(row, "%31[^\t]\t%31[^\t]\t%lld\t%lld", thread, name,
                   &value[0], &value[1]) == 4 &&
            strcmp(thread, "main") && !strcmp(name, call))
            sum += value[column - 2];
    }
    return sum;
}

static void
check_same(const char *what, long long seen, const char *key)
{
    long long own = tsv_sum(o.out, "workers", key);

    check(seen == own, "%s: %lld seen, %lld by its own count", what, seen, own);
}

static const char *const runs[] = {
    "",
    "--items 10",
    "--main-nap 1ms --nap 100us",
    "--workers 2,3,1 --items 300",
    "--items 100 --every 1ms --nap 500us",
    "--items 40 --stages work --io 0,2ms,0 --nap 1ms",
    "--items 40 --stages work --io 1ms --work 100us --workers 2 --nap 300us",
};

TEST(libtrace, counts_the_polls_of_polling_exactly)
{
    for (size_t i = 0; i < ARRAY_LEN(runs); i++) {
        run_traced("polling", runs[i]);
        if (tsv_sum(o.out, "workers", "empty_looks") == 0)
            continue; /* a poller that always finds something shows nothing */
        check_same("polls", sum_of("poll", 2), "polled_count");
        check_same("empty looks", sum_of("poll", 3), "empty_looks");
    }
}

TEST(libtrace, sees_no_poll_in_blocking_and_counts_its_waits)
{
    for (size_t i = 0; i < ARRAY_LEN(runs); i++) {
        run_traced("blocking", runs[i]);
        check(sum_of("poll", 2) == 0, "%lld polls", sum_of("poll", 2));
        check_same("waits", sum_of("wait", 2), "waits");
    }
}

TEST(libtrace, takes_a_producer_with_a_schedule_for_no_poller)
{
    run_traced("polling", "--items 50 --every 1ms --main-nap 5ms");
    /* It put 50, and none of the locks for it was an empty look. */
    check(strstr(rows, "\nmain\tlock\t50\t0\t"), "%.900s", rows);
}

TEST(libtrace, names_threads_and_places_of_a_program_that_exports_none)
{
    run_traced("polling", "");
    check(strstr(rows, "\ndownload-0\tpoll\t"), "%.600s", rows);
    check(strstr(rows, "\tqueue_get+"), "%.600s", rows);
    check(strstr(rows, "\nmain\tlock\t"), "%.600s", rows);
    check(strstr(o.err, "\nupload-0        poll "), "%.600s", o.err);
}

static double
ms_of(const char *thread, const char *call, int column)
{
    char start[64], *end;
    double sum = 0;

    snprintf(start, sizeof(start), "\n%s\t%s\t", thread, call);
    for (char *row = rows; (row = strstr(row, start)); row++) {
        char *at = row;
        for (int i = 0; i < column; i++)
            at = strchr(at, '\t') + 1;
        sum += strtod(at, &end);
    }
    return sum;
}

TEST(libtrace, tells_how_long_a_thread_waits_and_holds)
{
    run_traced("polling", "--main-nap 50ms");
    check(ms_of("main", "sleep", 4) >= 50, "main slept %g ms",
          ms_of("main", "sleep", 4));
    double held = ms_of("download-0", "lock", 5);
    double all = (double)tsv_number(o.out, "joined_ns") / 1e6;
    check(held > 0 && held < all, "held for %g of %g ms", held, all);
    check(ms_of("download-0", "unlock", 5) == 0, "held after the unlock");
}

TEST(libtrace, leaves_output_and_status_as_they_are)
{
    setenv("LD_PRELOAD", BUILD "/libtrace.so", 1);
    unsetenv("LIBTRACE_TSV");
    run_program(&o, "blocking", "--items 10 --fail 1:3");
    check(o.status == 1, "status %d", o.status);
    check(!strncmp(o.out, "9 items finished\n1 failed", 25), "%s", o.out);
    run_program(&o, "blocking", "--none-such");
    check(o.status == 2 && !*o.out, "status %d: %s", o.status, o.out);
    check(strstr(o.err, "libtrace: blocking made no call that waits\n"),
          "a table of nothing: %s", o.err);
}

TEST(libtrace, says_when_it_cannot_write)
{
    setenv("LD_PRELOAD", BUILD "/libtrace.so", 1);
    setenv("LIBTRACE_TSV", "/none/such", 1);
    run_program(&o, "blocking", "--items 10");
    check(o.status == 0, "status %d", o.status);
    check(strstr(o.err, "libtrace: '/none/such': No such file"), "%s", o.err);
}

static void
run_alone(const char *program, const char *how)
{
    setenv("LD_PRELOAD", BUILD "/libtrace.so", 1);
    run_program(&o, program, "%s", how);
    unsetenv("LD_PRELOAD");
}

TEST(libtrace, reports_at_every_end_and_leaves_it_as_it_is)
{
    static const struct {
        const char *how;
        int status;
    } ends[] = {{"exit", 3},
                {"closes", 3},
                {"_exit", 3},
                {"quick_exit", 3},
                {"abort", 128 + SIGABRT},
                {"term", 128 + SIGTERM},
                {"asks", 128 + SIGTERM},
                {"forks", 0}};

    for (size_t i = 0; i < ARRAY_LEN(ends); i++) {
        run_alone("../test/traced/ends", ends[i].how);
        check(o.status == ends[i].status, "%s: status %d", ends[i].how,
              o.status);
        check(count_of(o.err, "libtrace: ends\n") == 1, "%s: %s", ends[i].how,
              o.err);
        check(strstr(o.err, "main            lock "), "%s: %s", ends[i].how,
              o.err);
    }
}

TEST(libtrace, allocates_nothing_inside_an_allocation)
{
    run_alone("../test/traced/allocates", "");
    check(o.status == 0, "status %d: %s", o.status, o.err);
    check(strstr(o.err, " malloc+"), "%s", o.err);
}

TEST(libtrace, takes_a_nap_until_a_moment_for_a_nap)
{
    snprintf(path, sizeof(path), "/tmp/libtrace-%d.tsv", getpid());
    setenv("LIBTRACE_TSV", path, 1);
    run_alone("../test/traced/naps_until", "");
    check(o.status == 0, "status %d: %s", o.status, o.err);
    read_rows();
    check(sum_of("lock", 3) == 99, "%lld of 99 empty looks", sum_of("lock", 3));
}

TEST(libtrace, says_at_the_start_what_it_cannot_see)
{
    run_alone("../test/blind/go", "");
    check(o.status == 0, "status %d", o.status);
    check(!strncmp(o.err, "libtrace: go is a program of Go, ", 33), "%s",
          o.err);
}
