/* Programs that hang, and what whyhang says of them.
 * SPDX-License-Identifier: MIT
 */
#include <glob.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "array_len.h"
#include "spawn.h"
#include "test.h"

static const struct hang {
    const char *exhibit;
    const char *says[3];
} hangs[] = {
    {"atomic-flag-without-lock",
     {"main waits for the condition variable is_ready",
      "before the wait began, and has ended"}},
    {"barrier-with-signal",
     {"main joins thread", "waits for the condition variable started",
      "signalled it last"}},
    {"close-in-silence",
     {"waits for the condition variable not_empty",
      "no thread has ever signalled it"}},
    {"close-unseen",
     {"waits for the condition variable not_empty", "main signalled it last"}},
    {"close-waits-for-room",
     {"main waits for the condition variable not_full", "signalled it last",
      "and has ended"}},
    {"close-with-signal",
     {"waits for the condition variable not_empty",
      "main signalled it last, "}},
    {"done-queue-bounded",
     {"main joins thread", "waits for the semaphore room",
      "no thread has ever signalled it"}},
    {"edge-only-signal",
     {"waits for the condition variable not_empty", "signalled it last",
      "in get (edge-only-signal.c:"}},
    {"failed-put-eats-a-wakeup",
     {"waits for the condition variable not_full", "signalled it last, ",
      "waits for the condition variable not_empty"}},
    {"get-before-put",
     {"main waits for the condition variable not_empty",
      "no thread has ever signalled it"}},
    {"locks-crossed",
     {"waits for the lock second", "waits for the lock first", "holds it"}},
    {"next-not-woken",
     {"main joins thread", "waits on the futex sequence", "signalled it last"}},
    {"no-predicate",
     {"main waits for the condition variable is_ready",
      "before the wait began, and has ended"}},
    {"no-signal-in-get",
     {"waits for the condition variable not_full",
      "no thread has ever signalled it"}},
    {"one-condition-signal",
     {"waits for the condition variable changed", "in put (", "in get ("}},
    {"one-sentinel",
     {"main joins thread", "waits for the condition variable not_empty",
      "signalled it last"}},
    {"polling-with-the-lock",
     {"naps, or yields", "waits for the lock lock", "holds it"}},
    {"return-with-the-lock",
     {"waits for the lock lock", "holds it", "return-with-the-lock.c:"}},
    {"ring-of-bounded-queues",
     {"waits for the semaphore room[", "signalled it"}},
    {"signal-for-the-wrong-condition",
     {"waits for the condition variable not_empty", "in get (",
      "no thread has ever signalled it"}},
    {"signal-unordered",
     {"main waits for the condition variable is_ready",
      "before the wait began, and has ended"}},
    {"task-done-missing",
     {"main waits for the condition variable all_done",
      "no thread has ever signalled it"}},
    {"task-done-too-often",
     {"main waits for the condition variable all_done",
      "before the wait began, and has ended"}},
    {"token-not-given-back",
     {"main joins thread", "waits for the semaphore tokens",
      "no thread has ever signalled it"}},
    {"two-queues-crossed",
     {"main joins thread", "waits for the semaphore answers",
      "waits for the semaphore questions"}},
};

/* Between their look and their sleep is no call, only an instruction or the
 * store buffer: nothing outside the processor makes them hang when asked to.  And
 * one looks without a nap: it makes calls all the time, as one that works does.
 */
static const char *const unasked[] = {"announcement-in-store-buffer",
                                      "handshake-in-the-wrong-order",
                                      "handshake-without-fence",
                                      "mark-apart-from-count",
                                      "mark-overwritten",
                                      "polls-for-nothing",
                                      "sequence-noted-too-late",
                                      "waking-mark-left"};

/* For a gallery that hangs by chance too: it is the end of what never would. */
enum { TRIES = 30, TRIES_MAX = 200 };

TEST(whyhang, explains_what_hangs)
{
    static struct outcome o;

    /* It matters to one of them: the second of its single bytes. */
    setenv("LD_PRELOAD", BUILD "/test/preload/nomem.so", 1);
    for (size_t i = 0; i < ARRAY_LEN(hangs); i++) {
        const struct hang *h = &hangs[i];
        run_program(&o, "whyhang",
                    "--after 400ms --tries %d %s/gallery/%s.plain", TRIES_MAX,
                    BUILD, h->exhibit);
        check(o.status == 3, "%s: %d: %s", h->exhibit, o.status, o.err);
        for (size_t k = 0; k < ARRAY_LEN(h->says) && h->says[k]; k++)
            check(strstr(o.err, h->says[k]), "%s: '%s' is not in %s",
                  h->exhibit, h->says[k], o.err);
    }
    unsetenv("LD_PRELOAD");
}

static void
try_seldom(struct outcome *o, const char *way, const char *remedy, int n)
{
    run_program(o, "whyhang",
                "--after 400ms --tries %d %s/test/hangs/seldom %s%s", n, BUILD,
                way, remedy);
}

TEST(whyhang, shakes_until_what_hangs_seldom_hangs)
{
    static const char *const ways[] = {"flag-without-lock", "other-mutex",
                                       "given-back-in-silence",
                                       "looked-before-lock"};
    struct outcome o;

    for (size_t i = 0; i < ARRAY_LEN(ways); i++) {
        try_seldom(&o, ways[i], "", TRIES);
        check(o.status == 3, "%s: %d: %s", ways[i], o.status, o.err);
        check(strstr(o.err, "waits for the condition variable changed") &&
                  strstr(o.err, "whyhang: it hung at try "),
              "%s: %s", ways[i], o.err);
        try_seldom(&o, ways[i], " remedied", 20);
        check(o.status == 0, "%s, remedied: %d: %s", ways[i], o.status, o.err);
        check(!strcmp(o.err, "whyhang: it did not hang in 20 tries\n"),
              "%s: %s", ways[i], o.err);
    }
}

TEST(whyhang, tells_the_seed_that_hangs_again)
{
    struct outcome o;

    try_seldom(&o, "flag-without-lock", "", TRIES);
    const char *shake = strstr(o.err, "--shake=");
    check(shake, "%s", o.err);
    unsigned long seed = strtoul(shake + strlen("--shake="), NULL, 10);
    run_program(&o, "whyhang",
                "--end --after 400ms --shake=%lu "
                "%s/test/hangs/seldom flag-without-lock",
                seed, BUILD);
    check(seed % 2 || o.status == 3, "seed %lu: %d: %s", seed, o.status, o.err);
}

TEST(whyhang, passes_on_the_status_of_a_try_that_fails)
{
    struct outcome o;

    run_program(&o, "whyhang", "--tries 2 false");
    check(o.status == 1, "%d: %s", o.status, o.err);
    run_program(&o, "whyhang", "--tries 2 /nonexistent");
    check(o.status == 1 && strstr(o.err, "nonexistent"), "%d: %s", o.status,
          o.err);
    run_program(&o, "whyhang", "--tries 0 true");
    check(o.status == 2, "%d", o.status);
}

static bool
is_known(const char *exhibit)
{
    for (size_t i = 0; i < ARRAY_LEN(hangs); i++)
        if (strcmp(hangs[i].exhibit, exhibit) == 0)
            return true;
    for (size_t i = 0; i < ARRAY_LEN(unasked); i++)
        if (strcmp(unasked[i], exhibit) == 0)
            return true;
    return false;
}

/* Whether the exhibit's head comment declares that it stands still. */
static bool
is_declared_to_hang(const char *path)
{
    char head[1000];
    FILE *file = fopen(path, "r");

    check(file, "%s cannot be read", path);
    head[fread(head, 1, sizeof(head) - 1, file)] = '\0';
    fclose(file);
    return strstr(head, "verdict: deadlock") ||
           strstr(head, "verdict: livelock");
}

TEST(whyhang, is_tried_on_every_exhibit_that_hangs)
{
    glob_t files;

    check(glob("lessons/gallery/*.c", 0, NULL, &files) == 0, "no gallery");
    for (size_t i = 0; i < files.gl_pathc; i++) {
        char *name = strdup(strrchr(files.gl_pathv[i], '/') + 1);
        name[strcspn(name, ".")] = '\0';
        check(!is_declared_to_hang(files.gl_pathv[i]) || is_known(name),
              "%s hangs, and has no line above", name);
        free(name);
    }
    globfree(&files);
}

/* Runs a program that hangs at once and whatever the order, and looks for
 * each of the sentences, up to a NULL.  Returns all that was said.
 */
static const char *
check_hang(const char *program, const char *const *says)
{
    static struct outcome o;

    run_program(&o, "whyhang", "--end --after 400ms %s/test/hangs/%s", BUILD,
                program);
    check(o.status == 3, "%s: %d: %s", program, o.status, o.err);
    for (; *says; says++)
        check(strstr(o.err, *says), "%s: '%s' is not in %s", program, *says,
              o.err);
    return o.err;
}

TEST(whyhang, explains_the_threads_of_c11)
{
    static const char *const says[] = {
        "main joins thread ",
        "waits for the lock kept for ",
        ", in ask (c11.c:",
        ", in ask_until (c11.c:",
        "    main holds it\n",
        "waits for the condition variable is_ready for ",
        ", in listen (c11.c:",
        "    main signalled it last, ",
        "waits for the condition variable all_ready for ",
        ", in listen_until (c11.c:",
        " s before the wait began, and has ended\n",
        "naps, or yields, for the 2th time, in look (c11.c:",
        NULL};

    check_hang("c11", says);
}

TEST(whyhang, leaves_what_the_calls_of_c11_return)
{
    struct outcome o;

    run_program(&o, "whyhang", "--end --after 2s %s/test/hangs/c11-returns",
                BUILD);
    check(o.status == 0 && o.err[0] == '\0', "%d: %s", o.status, o.err);
    check(strcmp(o.out, "success success success busy timedout success 7 "
                        "success timedout success success success ") == 0,
          "%s", o.out);
}

TEST(whyhang, names_who_holds_a_read_write_lock)
{
    static const char *const says[] = {
        "waits for the read-write lock table for ",
        ", in upgrade (upgrade.c:",
        "    thread ",
        " holds it: that is itself\n",
        "waits for the read-write lock kept for ",
        ", in read_late (upgrade.c:",
        " holds it, and has ended\n",
        NULL};
    const char *said = check_hang("upgrade", says);

    check(!strstr(said, "main holds"), "given back, but: %s", said);
}

TEST(whyhang, names_who_holds_a_spin_lock)
{
    static const char *const says[] = {"main spins for the lock kept for ",
                                       ", in main (spin.c:",
                                       " holds it, and has ended\n", NULL};
    const char *said = check_hang("spin", says);

    check(!strstr(said, "itself"), "given back, but: %s", said);
}

TEST(whyhang, counts_who_is_at_a_barrier)
{
    static const char *const says[] = {"main waits at the barrier start for ",
                                       ", in main (barrier.c:",
                                       ", in come (barrier.c:",
                                       "    2 of 3 are there\n", NULL};

    check_hang("barrier", says);
}

TEST(whyhang, says_nothing_of_what_ends)
{
    struct outcome o;

    run_program(&o, "whyhang", "--end --after 2s %s/bin/blocking --items 50",
                BUILD);
    check(o.status == 0 && o.err[0] == '\0', "%d: %s", o.status, o.err);
}

/* What polls moves on only by its naps; but it gets what it looks for. */
TEST(whyhang, says_nothing_of_what_polls_and_ends)
{
    struct outcome o;

    run_program(&o, "whyhang",
                "--end --after 2s %s/bin/polling --items 50 --nap 1ms", BUILD);
    check(o.status == 0 && o.err[0] == '\0', "%d: %s", o.status, o.err);
}

TEST(whyhang, refuses_bad_usage)
{
    struct outcome o;

    run_program(&o, "whyhang", "--after 1 true");
    check(o.status == 2, "%d", o.status);
    run_program(&o, "whyhang", "--shake=x true");
    check(o.status == 2 && strstr(o.err, "'x' is not a whole number"), "%d: %s",
          o.status, o.err);
    run_program(&o, "whyhang", " ");
    check(o.status == 2, "%d", o.status);
    run_program(&o, "whyhang", "/nonexistent");
    check(o.status == 1 && strstr(o.err, "nonexistent"), "%d: %s", o.status,
          o.err);
}

TEST(whyhang, says_of_what_it_can_see_nothing)
{
    struct outcome o;

    run_program(&o, "whyhang", BUILD "/test/blind/static");
    check(o.status == 0, "status %d", o.status);
    check(strstr(o.err, "static' is linked statically: "), "%s", o.err);
    run_program(&o, "whyhang", BUILD "/test/blind/go");
    check(strstr(o.err, "go' is a program of Go, "), "%s", o.err);
    run_program(&o, "whyhang", "sh -c true");
    check(!*o.err, "%s", o.err);
}

TEST(whyhang, allocates_nothing_inside_an_allocation)
{
    struct outcome o;

    run_program(&o, "whyhang", BUILD "/test/traced/allocates");
    check(o.status == 0 && o.err[0] == '\0', "%d: %s", o.status, o.err);
}
