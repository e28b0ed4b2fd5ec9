/* Small programs, each with the one right verdict, by every search.
 * SPDX-License-Identifier: MIT
 *
 * A line of verdicts.txt names a program of tests/instruments/explore/programs, what HOW is
 * in it, and the verdict.
 */
#include <stdio.h>
#include <string.h>

#include "array_len.h"
#include "spawn.h"
#include "test.h"

#define LIST "tests/instruments/explore/programs/verdicts.txt"

static const char *
verdict_of(const struct outcome *o)
{
    if (strstr(o->out, "PARTIAL"))
        return "partial";
    switch (o->status) {
    case 0:
        return strstr(o->out, "complete, no fault") ? "clean" : "no verdict";
    case 1:
        return "fault";
    case 77:
        return strstr(o->out, "not explored") ? "unexplored" : "no reason";
    default:
        return "no verdict";
    }
}

static void
judge(const char *search, const char *program, const char *how,
      const char *wanted)
{
    struct outcome o;

    run_program(&o, "explore", "--terse %s " BUILD "/judged/%s-%s.so", search,
                program, how);
    check(!strcmp(verdict_of(&o), wanted), "%s %s is %s, not %s: %s%s", program,
          how, wanted, verdict_of(&o), o.out, o.err);
}

TEST(explore, judges_each_small_program_rightly)
{
    static const char *const searches[] = {"", "--unbounded"};
    char program[64], how[16], wanted[16];
    FILE *list = fopen(LIST, "r");

    check(list, "there is no list");
    while (fscanf(list, "%63s %15s %15s", program, how, wanted) == 3)
        for (size_t i = 0; i < ARRAY_LEN(searches); i++)
            judge(searches[i], program, how, wanted);
    fclose(list);
}
