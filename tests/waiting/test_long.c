/* The long runs, a short share of each: they run, and they pass.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <string.h>

#include "spawn.h"
#include "test.h"

#define QUEUES                                                                 \
    BUILD "/contenders/blocking.so " BUILD "/contenders/waiting.so " BUILD     \
          "/contenders/ring.so"

static struct outcome o;

static void
passes(const char *name, const char *words)
{
    char path[64];

    snprintf(path, sizeof(path), "../test/long/%s", name);
    run_program(&o, path, "%s", words);
    check(o.status == 0 && strstr(o.out, ", 0 failed\n"), "status %d: %s%s",
          o.status, o.out, o.err);
}

/* Fails and says so, in these words. */
static void
names(const char *name, const char *words, const char *fault)
{
    char path[64];

    snprintf(path, sizeof(path), "../test/long/%s", name);
    run_program(&o, path, "%s", words);
    check(o.status == 1 && !strstr(o.out, ", 0 failed\n"), "status %d: %s",
          o.status, o.out);
    check(strstr(o.out, fault), "not '%s' but: %s", fault, o.out);
}

TEST(stress, loses_and_doubles_nothing_in_any_shape)
{
    passes("stress", "--items 1 --box 1 " QUEUES);
}

TEST(histories, are_explained_each_of_them)
{
    passes("histories", "--each 100 " QUEUES);
}

/* Faults that lose nothing: only the order of the calls can tell. */
TEST(histories, of_a_queue_that_is_wrong_are_refused)
{
    names("histories",
          "--each 200 --only refused-shrinks " BUILD
          "/test/contenders/unfit_items.so",
          "no order of the calls");
    names("histories",
          "--each 200 --only full-says-closed " BUILD
          "/test/contenders/unfit_items.so",
          "no order of the calls");
}

TEST(crowd, comes_back_whenever_it_is_told)
{
    passes("crowd", "--moments 200 " QUEUES);
}

/* ThreadSanitizer has its own words for threads that do not come back. */
#ifndef SAN_thread
TEST(crowd, that_is_not_told_hangs_and_is_named)
{
    names("crowd",
          "--moments 500 --limit 2 --only silent " BUILD
          "/test/contenders/faulty.so",
          "silent");
}
#endif

TEST(punctual, is_everybody_who_waits)
{
    passes("punctual", "--waits 100 " QUEUES);
}

TEST(punctual, is_everybody_in_a_storm_of_signals)
{
    passes("punctual", "--waits 100 --storm " QUEUES);
}

TEST(punctual, is_not_who_gives_up_early)
{
    names("punctual",
          "--waits 20 --only early " BUILD "/test/contenders/faulty.so",
          "FAILED early: ");
}
