/* What the story of a fault says.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "array_len.h"
#include "spawn.h"
#include "test.h"

static struct outcome o;

/* The story of tests/instruments/explore/programs/story.c with that HOW. */
static void
tell(int how, const char *options)
{
    run_program(&o, "explore", "--columns 0 %s %s/judged/story-%d.so", options,
                BUILD, how);
    check(o.status == 1, "%d: %s%s", o.status, o.out, o.err);
}

static void
says(const char *words)
{
    check(strstr(o.out, words), "no '%s' in %s", words, o.out);
}

TEST(story, of_a_semaphore_says_which_thread_took_the_post)
{
    tell(1, "");
    says("thread-2 waits for permits; main posted it at step 1, and thread-1 "
         "took it at step 2\n");
}

TEST(story, of_a_lock_says_that_its_holder_has_ended)
{
    tell(2, "");
    says("FAULT: deadlock: main locks a mutex, which thread-1 held when it "
         "ended\n");
    says("main waits for lock 2, which thread-1 held when it ended\n");
}

TEST(story, has_lines_for_destroy_and_free)
{
    tell(3, "");
    says("destroys lock ");
    says("frees the memory of lock ");
}

TEST(story, keeps_a_type_without_a_sign)
{
    tell(4, "--watch n_left,balance");
    says("n_left = 4294967295\n");
    says("balance = -1\n");
}

/* Two words on one line of the source: each has the name of its variable. */
TEST(story, names_a_word_by_its_variable)
{
    run_program(&o, "explore",
                "--columns 0 --preemptions=3 %s/gallery/"
                "mark-apart-from-count.so",
                BUILD);
    says("changes waking");
    says("stores waking");
    check(!strstr(o.out, "waiters 2"), "%s", o.out);
}

TEST(story, has_no_names_of_the_explorers_own)
{
    tell(4, "--failing-allocations 1");
    says("allocates ");
    check(!strstr(o.out, "luck"), "%s", o.out);
}

/* The way into it, and two rounds of each loop; its ID leads there again. */
TEST(story, of_two_that_spin_is_the_loop_that_repeats)
{
    char id[200] = "";

    tell(5, "");
    const char *steps = strstr(o.out, "\nlivelock: ");
    check(steps && strtoul(steps + 11, NULL, 10) <= 12, "%s", o.out);
    const char *replay = strstr(o.out, "--replay '");
    check(replay && sscanf(replay, "--replay '%199[^']", id) == 1, "%s", o.out);
    run_program(&o, "explore", "--replay %s %s/judged/story-5.so", id, BUILD);
    says("FAULT: livelock: ");
}

/* Longer than the way into the livelock: all of it is made, and told. */
TEST(story, of_a_schedule_that_is_to_be_followed_goes_to_its_end)
{
    char path[] = "/tmp/schedule-XXXXXX";
    int fd = mkstemp(path);

    check(fd >= 0 && write(fd, "b4a10b6", 7) == 7 && !close(fd), "%s", path);
    run_program(&o, "explore", "--schedule %s %s/judged/story-5.so", path,
                BUILD);
    unlink(path);
    check(o.status == 1, "%d: %s%s", o.status, o.out, o.err);
    says("\nlivelock: 20 steps, ");
    check(!strstr(o.out, "IMPOSSIBLE"), "%s", o.out);
}
