/* What is not seen is not judged, and it is said why.
 * SPDX-License-Identifier: MIT
 */
#include <string.h>

#include "array_len.h"
#include "spawn.h"
#include "test.h"

static const struct {
    const char *program;
    int status;
    const char *words;
} verdicts[] = {
    {"shares", 77, "threads share memory that is not seen: not explored"},
    {"locked", 0, "complete, no fault"},
    {"assembler", 77, "memory is changed by code that is not seen"},
    {"crashes", 77, "Aborted in a library of the program's: not explored"},
    {"itself", 1, "FAULT: crash: main: Aborted"},
    {"go", 77, "the threads of Go are its own, and are not explored"},
};

TEST(unseen, is_not_judged)
{
    static const char *const searches[] = {"", "--unbounded", "--random=100"};
    struct outcome o;

    for (size_t i = 0; i < ARRAY_LEN(verdicts); i++)
        for (size_t k = 0; k < ARRAY_LEN(searches); k++) {
            run_program(&o, "explore", "--terse %s %s/unseen/%s.so",
                        searches[k], BUILD, verdicts[i].program);
            check(o.status == verdicts[i].status &&
                      (k == 2 || strstr(o.out, verdicts[i].words) ||
                       strstr(o.err, verdicts[i].words)),
                  "%s %s: %d: %s%s", verdicts[i].program, searches[k], o.status,
                  o.out, o.err);
        }
}

/* With the line, so that one can look whether it waits or calculates. */
TEST(unseen, is_told_with_its_line_where_a_thread_reads_the_same_for_ever)
{
    struct outcome o;

    run_program(&o, "explore", "%s/judged/endless-3.so", BUILD);
    check(o.status == 77 &&
              strstr(o.out, "thread-1 reads the same again and again") &&
              strstr(o.out, "at endless.c:28 work: not explored"),
          "%d: %s%s", o.status, o.out, o.err);
}

/* One schedule, run again, has no verdict either. */
TEST(unseen, is_not_judged_in_a_schedule_that_is_run_again)
{
    struct outcome o;

    for (size_t i = 0; i + 1 < ARRAY_LEN(verdicts); i++) {
        run_program(&o, "explore", "--terse --replay aabb %s/unseen/%s.so",
                    BUILD, verdicts[i].program);
        check(o.status == verdicts[i].status &&
                  (o.status != 77 || strstr(o.out, verdicts[i].words)),
              "%s: %d: %s%s", verdicts[i].program, o.status, o.out, o.err);
    }
}
