/* The sums of a run hold, in every configuration and in every form.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <string.h>

#include "array_len.h"
#include "valid_json.h"
#include "spawn.h"
#include "test.h"
#include "tsv.h"

static struct outcome o;

/* The naps are short, since nobody measures here. */
static void
run_tsv(const char *program, const char *options)
{
    run_program(&o, program, "-f tsv --nap 100us --main-nap 100us %s", options);
    snprintf(test_at, sizeof(test_at), "%s %s: ", program, options);
}

/* For all three programs: nothing is lost, and polls have their law. */
static void
sums_hold(const char *options, long long items, long long failed, int stages)
{
    for (size_t i = 0; programs[i]; i++) {
        run_tsv(programs[i], options);
        check(o.status == (failed > 0), "status %d: %s", o.status, o.err);
        check(tsv_number(o.out, "items") == items, "items");
        check(tsv_number(o.out, "failed") == failed, "failed");
        check(tsv_number(o.out, "finished") == items - failed, "finished");
        check(tsv_sum(o.out, "workers", "work_done") == items * stages,
              "work done: %lld", tsv_sum(o.out, "workers", "work_done"));
        long long polls = tsv_sum(o.out, "workers", "polled_count");
        check(!strcmp(programs[i], "polling") == (polls > 0), "%lld polls",
              polls);
        check(!polls || polls == tsv_sum(o.out, "workers", "work_done") +
                                     tsv_sum(o.out, "workers", "empty_looks") +
                                     tsv_sum(o.out, "workers", "exits"),
              "the law does not hold");
        check(tsv_sum(o.out, "queues", "puts") ==
                  tsv_sum(o.out, "queues", "gets"),
              "puts and gets differ");
    }
    test_at[0] = '\0';
}

TEST(sums, hold_with_one_worker_a_stage)
{
    sums_hold("--items 500", 500, 0, 3);
}

TEST(sums, hold_with_many_workers)
{
    sums_hold("--items 500 --workers 4,3,5", 500, 0, 3);
}

TEST(sums, hold_at_capacity_1)
{
    sums_hold("--items 300 --capacity 1 --workers 2", 300, 0, 3);
}

TEST(sums, hold_with_one_stage_and_with_sixteen)
{
    sums_hold("--items 100 --depth 1", 100, 0, 1);
    sums_hold("--items 100 --depth 16 --capacity 2", 100, 0, 16);
}

TEST(sums, hold_without_items)
{
    sums_hold("--items 0", 0, 0, 3);
}

TEST(sums, hold_with_an_item_that_fails_in_each_stage)
{
    sums_hold("--items 50 --fail 0:3", 50, 1, 3);
    sums_hold("--items 50 --fail 1:3", 50, 1, 3);
    sums_hold("--items 50 --fail 2:49", 50, 1, 3);
    sums_hold("--items 50 --fail 0:0 --fail 1:1 --fail 2:0", 50, 2, 3);
}

TEST(sums, hold_with_stages_that_work)
{
    sums_hold("--items 20 --stages work --work 10us,0 --io 0,10us "
              "--set payload=1000 --every 10us --gather 100us --seed 7",
              20, 0, 3);
}

TEST(sums, of_refused_items_hold_too)
{
    run_tsv("blocking", "--items 200 --refuse --capacity 1 --stages work "
                        "--io 200us");
    check(o.status == 0, "status %d: %s", o.status, o.err);
    long long refused = tsv_number(o.out, "refused");
    check(tsv_number(o.out, "finished") + refused == 200, "%lld + %lld",
          tsv_number(o.out, "finished"), refused);
    check(refused > 0, "none was refused");
    check(tsv_number(o.out, "items") == 200 - refused, "items");
}

TEST(sums, of_delays_count_the_finished_items)
{
    for (size_t i = 0; programs[i]; i++) {
        run_tsv(programs[i], "--items 50 --delays --fail 1:3");
        check(tsv_number(o.out, "delay_n") == 49, "%lld delays",
              tsv_number(o.out, "delay_n"));
        check(tsv_number(o.out, "delay_p50_ns") <=
                  tsv_number(o.out, "delay_max_ns"),
              "the median is above the maximum");
    }
}

TEST(sums, respect_the_capacity)
{
    run_tsv("blocking", "--items 200 --capacity 3 --workers 4");
    for (int i = 0; i < 3; i++) {
        char key[32];
        snprintf(key, sizeof(key), "queues.%d.peak", i);
        check(tsv_number(o.out, key) <= 3, "%s is %lld", key,
              tsv_number(o.out, key));
    }
}

TEST(sums, as_json_are_json)
{
    static const char *const options[] = {"--items 5", "--items 0",
                                          "--items 50 --workers 4,3,5 --delays",
                                          "--depth 1 --items 3",
                                          "--fail 1:1 --items 3"};

    for (size_t i = 0; programs[i]; i++)
        for (size_t k = 0; k < ARRAY_LEN(options); k++) {
            run_program(&o, programs[i],
                        "-f json --nap 100us --main-nap 100us %s", options[k]);
            check(json_valid(o.out), "%s %s: %s", programs[i], options[k],
                  o.out);
        }
}
