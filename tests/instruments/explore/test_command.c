/* The explorer as a command.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "array_len.h"
#include "spawn.h"
#include "test.h"
#include "valid_json.h"

#define BLOCKING BUILD "/contenders/blocking.so"
#define WAITING  BUILD "/contenders/waiting.so"
#define FAULTY   BUILD "/test/contenders/faulty.so"
#define REFUSED  BUILD "/test/refused/"
#define WRONG    BUILD "/test/contenders/wrong.so"

TEST(explore, covers_the_blocking_queue_two_by_two)
{
    struct outcome o;

    run_program(&o, "explore", "-s put-get %s", BLOCKING);
    check(o.status == 0 && strstr(o.out, "complete, no fault"), "%s%s", o.out,
          o.err);
    run_program(&o, "explore", "--unbounded -s put-get %s", BLOCKING);
    check(o.status == 0 && strstr(o.out, "unbounded") &&
              strstr(o.out, "complete, no fault"),
          "%s%s", o.out, o.err);
}

TEST(explore, says_partial_when_it_does_not_finish)
{
    struct outcome o;

    run_program(&o, "explore", "-n 6 --time-limit 100ms -s put-get %s",
                BLOCKING);
    check(o.status == 0 && strstr(o.out, "PARTIAL, no fault"), "%s", o.out);
}

static size_t
longest_line(const char *text)
{
    size_t longest = 0;

    for (; *text; text += strcspn(text, "\n"), text += *text == '\n')
        if (strcspn(text, "\n") > longest)
            longest = strcspn(text, "\n");
    return longest;
}

TEST(explore, tells_a_story_in_as_many_columns_as_there_are)
{
    struct outcome o;

    run_program(&o, "explore", "--columns 80 -C silent -s close %s", FAULTY);
    check(o.status == 1 && strstr(o.out, "step  thread\n"), "%s", o.out);
    check(longest_line(o.out) <= 80, "%s", o.out);
    check(strstr(o.out, " \\\n    "), "the command cannot be copied: %s",
          o.out);
    run_program(&o, "explore", "--columns 0 -C silent -s close %s", FAULTY);
    check(longest_line(o.out) > 100, "%s", o.out);
}

/* By schedules, and not by seconds: the same on a slow machine. */
TEST(explore, says_partial_when_its_budget_is_spent)
{
    struct outcome o;

    run_program(&o, "explore", "--budget 20 --time-limit 0s -s put-get %s",
                BLOCKING);
    check(o.status == 0 && strstr(o.out, "  20 schedules") &&
              strstr(o.out, "PARTIAL, no fault"),
          "%s", o.out);
}

/* By random probing, with a seed; without a bound the tree is not known. */
TEST(explore, says_about_how_many_schedules_there_are)
{
    struct outcome o;
    unsigned long n = 0;

    run_program(&o, "explore", "--time-limit 0s -s try %s", BLOCKING);
    check(strstr(o.out, "  672 schedules, "), "%s", o.out);
    run_program(&o, "explore", "--budget 20 --time-limit 0s -s try %s",
                BLOCKING);
    const char *about = strstr(o.out, "  20 schedules of about ");
    check(about && sscanf(about, "  20 schedules of about %lu,", &n) == 1, "%s",
          o.out);
    check(n > 672 / 2 && n < 672 * 2, "%lu", n);
    run_program(&o, "explore", "--budget 20 --unbounded -s put-get %s",
                BLOCKING);
    check(!strstr(o.out, "of about"), "%s", o.out);
}

/* The ID that the story ends with leads to the same story. */
TEST(explore, tells_a_story_and_tells_it_again)
{
    struct outcome first, again;
    char id[256] = "";

    run_program(&first, "explore", "-C silent -s close %s", FAULTY);
    const char *replay = strstr(first.out, "--replay '");
    check(first.status == 1 && replay, "%s%s", first.out, first.err);
    check(strstr(first.out, "no thread ever signalled it"), "%s", first.out);
    sscanf(replay, "--replay '%255[^']", id);
    run_program(&again, "explore", "-C silent -s close --replay %s %s", id,
                FAULTY);
    check(again.status == 1, "%s%s", again.out, again.err);
    char *story = strstr(again.out, "step ");
    check(story, "%s", again.out);
    *strstr(story, "FAULT") = '\0';
    check(strstr(first.out, story), "%s is not in %s", story, first.out);
}

static void
write_schedule(char *path, const char *text)
{
    int fd = mkstemp(path);

    check(fd >= 0 && write(fd, text, strlen(text)) == (ssize_t)strlen(text) &&
              close(fd) == 0,
          "'%s' cannot be written", path);
}

/* The first consumer finds nothing and sleeps; then it cannot be its turn. */
TEST(explore, names_the_first_step_that_cannot_be_made)
{
    static const char options[] = "-s put-get -n 1 --schedule";
    char path[] = "/tmp/schedule-XXXXXX";
    struct outcome o;

    write_schedule(path, "# who gets comes first\nd # and sleeps\nd2\n");
    run_program(&o, "explore", "%s %s %s", options, path, BLOCKING);
    check(o.status == 2 && strstr(o.out, "IMPOSSIBLE: step 2, d: consumer-0"),
          "%d: %s%s", o.status, o.out, o.err);
    check(strstr(o.out, "  possible: b, "), "%s", o.out);
    unlink(path);
}

TEST(explore, goes_on_by_itself_where_a_schedule_ends)
{
    static const char options[] = "-s put-get -n 1 --schedule";
    char path[] = "/tmp/schedule-XXXXXX";
    struct outcome o;

    write_schedule(path, "d e\tb # all of the file\n");
    run_program(&o, "explore", "%s %s %s", options, path, BLOCKING);
    check(o.status == 0 && strstr(o.out, "no fault: "), "%d: %s%s", o.status,
          o.out, o.err);
    unlink(path);
}

TEST(explore, takes_a_scenario_of_ones_own)
{
    struct outcome o;

    run_program(&o, "explore",
                "-s src/instruments/explore/scenarios/example/handshake.c %s",
                BLOCKING);
    check(o.status == 0 && strstr(o.out, "complete, no fault"), "%s%s", o.out,
          o.err);
}

TEST(explore, refuses_what_loops_unseen)
{
    struct outcome o;

    run_program(&o, "explore", "-C spin -s put-get -n 1 %s", WAITING);
    check(o.status == 77 && strstr(o.out, "-fsanitize=thread"), "%d: %s%s",
          o.status, o.out, o.err);
}

TEST(explore, tells_the_ranges_of_a_shape)
{
    struct outcome o;

    run_program(&o, "explore", "--help");
    check(o.status == 0 && count_of(o.out, "1 to 5 (2)") == 2 &&
              strstr(o.out, "1 to 20 (2)") && strstr(o.out, "-k 0: without"),
          "%s", o.out);
}

TEST(explore, refuses_bad_usage)
{
    static const char *const lines[] = {"",
                                        "--preemptions x a.so",
                                        "-p 0 a.so",
                                        "--replay ?? -s put-get " BLOCKING,
                                        "-s nonsense " BLOCKING,
                                        "-C nobody " BLOCKING};
    struct outcome o;

    for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
        run_program(&o, "explore", "%s", lines[i]);
        check(o.status == 2, "'%s': %d: %s", lines[i], o.status, o.err);
    }
}

/* One line, and not the code of a fault. */
static void
cannot_load(const char *words, const char *why)
{
    struct outcome o;

    run_program(&o, "explore", "%s", words);
    check(o.status == 2 && strstr(o.err, why) && count_of(o.err, "\n") == 1,
          "'%s': %d: %s", words, o.status, o.err);
}

/* What may wait and is not taken over, each in an object that calls it. */
TEST(explore, names_each_call_that_it_does_not_take_over)
{
    FILE *calls = fopen("tests/instruments/explore/refused/calls.txt", "r");
    struct outcome o;
    char call[64];

    check(calls, "there is no list");
    while (fscanf(calls, "%63s", call) == 1) {
        run_program(&o, "explore", REFUSED "calls-%s.so", call);
        check(o.status == 77 && strstr(o.out, call) &&
                  strstr(o.out, "is not taken over: not explored"),
              "%s: %d: %s%s", call, o.status, o.out, o.err);
    }
    fclose(calls);
}

TEST(explore, refuses_atomics_of_16_bytes)
{
    struct outcome o;

    run_program(&o, "explore", REFUSED "wide.so");
    check(o.status == 77 && strstr(o.err, "16-byte atomics"), "%d: %s",
          o.status, o.err);
}

TEST(explore, does_not_call_it_a_fault_when_it_cannot_load)
{
    cannot_load("/nonexistent.so", "'/nonexistent.so': no such file");
    cannot_load("Makefile", "'Makefile'");
    cannot_load(REFUSED "unresolved.so", "undefined symbol: nowhere");
    cannot_load(REFUSED "version.so", "made for version 0");
    cannot_load(REFUSED "neither.so", "exports neither");
    cannot_load("-s /nonexistent.so " BLOCKING, "no such file");
    cannot_load("-s " REFUSED "neither.so " BLOCKING, "no 'scenario'");
}

/* A fault for each of the judges; the gallery has those of the engine. */
static const struct judged {
    const char *contender, *file, *scenario, *verdict;
} judged[] = {
    {"loses", WRONG, "last-closes", "FAULT: lost: item 102"},
    {"doubles", WRONG, "last-closes", "FAULT: doubled: item 101 came out"},
    {"invents", WRONG, "last-closes", "FAULT: doubled: item 999 came out"},
    {"swaps", WRONG, "last-closes", "FAULT: order: "},
    {"leaks", WRONG, "last-closes", "FAULT: leak: 24 bytes"},
    {"refuses", WRONG, "put-get", "FAULT: wrong: producer-0 gets EAGAIN"},
    {"cannot-end", WRONG, "put-get", "FAULT: wrong: destroy gives"},
    {"closes-early", WRONG, "last-closes", "FAULT: "},
    {"joins", WRONG, "join --call-steps", "FAULT: not linearizable"},
    {"oversleeps", WRONG, "in-vain", "FAULT: late: "},
    {"waits-on", WRONG, "in-vain", "FAULT: livelock: no end after"},
    {"overfills", FAULTY, "put-get", "FAULT: capacity: 2 items"},
    {"early", FAULTY, "deadlines", "FAULT: early: "},
};

TEST(explore, names_what_each_wrong_queue_does)
{
    struct outcome o;

    for (size_t i = 0; i < ARRAY_LEN(judged); i++) {
        const struct judged *j = &judged[i];
        run_program(&o, "explore", "--terse -p 1 -c 1 -n 2 -k 2 -C %s -s %s %s",
                    j->contender, j->scenario, j->file);
        if (strstr(j->verdict, "capacity"))
            run_program(&o, "explore", "--terse -C %s -s %s %s", j->contender,
                        j->scenario, j->file);
        check(o.status == 1 && strstr(o.out, j->verdict), "%s: '%s' is not %s",
              j->contender, j->verdict, o.out);
    }
}

TEST(explore, gives_no_verdict_on_what_it_does_not_see)
{
    struct outcome o;

    run_program(&o, "explore",
                "-p 1 -c 1 -s put-get -s try " BUILD
                "/test/contenders/unseen.so");
    check(o.status == 77 && count_of(o.out, "-fsanitize=thread") == 2, "%d: %s",
          o.status, o.out);
    check(!strstr(o.out, "no fault"), "%s", o.out);
}

TEST(explore, sees_a_race_of_two_who_lock_to_read)
{
    struct outcome o;

    run_program(&o, "explore", BUILD "/explored/readers.so");
    check(o.status == 1 && strstr(o.out, "FAULT: race"), "%s%s", o.out, o.err);
    check(strstr(o.out, "count_under_a_read_lock"), "%s", o.out);
}

/* A put that finds no memory is made again, or its item would be missed. */
TEST(explore, puts_again_what_found_no_memory)
{
    struct outcome o;

    run_program(&o, "explore",
                "--failing-allocations 1 -P 0 -s put-get " BUILD
                "/explored/tight.so");
    check(o.status == 0 && strstr(o.out, "1 allocation fails"), "%s%s", o.out,
          o.err);
}

TEST(explore, lists_its_scenarios_and_what_they_need)
{
    struct outcome o;

    run_program(&o, "explore", "--list");
    check(o.status == 0 && !*o.err, "%d: %s", o.status, o.err);
    check(!strncmp(o.out, "put-get\n", 8), "%s", o.out);
    check(strstr(o.out, "\ndrop-join       needs CLOSE, JOIN\n"), "%s", o.out);
}

/* Twenty thousand steps: the first are told, and the ID is that of the way in. */
TEST(explore, tells_the_beginning_of_what_does_not_end)
{
    struct outcome o;

    run_program(&o, "explore", "-C waits-on -s in-vain %s", WRONG);
    check(o.status == 1 && count_of(o.out, "\n") < 80, "%zu lines",
          count_of(o.out, "\n"));
    check(strstr(o.out, "and so on, to step 20000"), "%s", o.out);
    const char *replay = strstr(o.out, "--replay '");
    check(replay && strcspn(replay + 10, "'") < 20, "%.200s", replay);
}

/* In the picture a thread works while it makes steps, and is ready or waits
 * while others do.
 */
TEST(explore, draws_the_story_and_writes_its_events)
{
    static char text[1 << 16];
    struct outcome o;

    run_program(&o, "explore",
                "--terse -C silent -s close --svg %s/silent.svg --json "
                "%s/silent.json %s",
                BUILD "/test", BUILD "/test", FAULTY);
    check(o.status == 1, "%s%s", o.out, o.err);
    FILE *in = fopen(BUILD "/test/silent.json", "r");
    check(in, "no file");
    text[fread(text, 1, sizeof(text) - 1, in)] = '\0';
    fclose(in);
    check(json_valid(text), "%s", text);
    check(strstr(text, "\"what\": \"ready\"") &&
              strstr(text, "\"what\": \"waits\"") &&
              strstr(text, "\"what\": \"puts\"") &&
              strstr(text, "\"what\": \"fault\""),
          "%s", text);
    check(access(BUILD "/test/silent.svg", R_OK) == 0, "no picture");
}

/* What a variable becomes is told behind the step of the thread that wrote it;
 * the common event format has it as a counter, with places.
 */
TEST(explore, tells_what_becomes_of_a_variable)
{
    static char text[1 << 16];
    struct outcome o;
    const char *path = BUILD "/watched.json";
    const char *exhibit = BUILD "/gallery/close-with-signal.so";

    run_program(&o, "explore", "--watch closed,size --json=%s %s", path,
                exhibit);
    check(o.status == 1, "%d: %s", o.status, o.err);
    const char *written = strstr(o.out, "closed = 1");
    check(written && strstr(written, "signals not_empty"), "%s", o.out);
    check(!strstr(o.out, "size ="), "nobody writes size: %s", o.out);
    FILE *in = fopen(path, "r");
    check(in, "no '%s'", path);
    text[fread(text, 1, sizeof(text) - 1, in)] = '\0';
    fclose(in);
    unlink(path);
    check(json_valid(text), "%s", text);
    check(strstr(text, "\"what\": \"counts\"") &&
              strstr(text, "\"place\": \"close-with-signal.c:"),
          "%s", text);
}

TEST(explore, refuses_to_watch_what_is_not_there)
{
    struct outcome o;

    run_program(&o, "explore", "--watch shut %s/gallery/close-with-signal.so",
                BUILD);
    check(o.status == 2 && strstr(o.err, "no variable 'shut'"), "%d: %s",
          o.status, o.err);
    run_program(&o, "explore", "--watch lock %s/gallery/close-with-signal.so",
                BUILD);
    check(o.status == 2 && strstr(o.err, "'lock' is no number"), "%d: %s",
          o.status, o.err);
}
