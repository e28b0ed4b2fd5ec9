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
