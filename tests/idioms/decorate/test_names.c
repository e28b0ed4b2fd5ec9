/* What gdb says of wrapped functions, and of closures with a name and without.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <string.h>

#include "die.h"
#include "spawn.h"
#include "test.h"

static struct outcome o;

/* The frames below a breakpoint; fails when the table has no such row. */
static void
check_row(const char *technique, const char *breakpoint, const char *frames)
{
    char row[256];

    snprintf(row, sizeof(row), "\n%-16s %-14s %s\n", technique, breakpoint,
             frames);
    check(strstr(o.out, row), "no row%sin:\n%s", row, o.out);
}

/* Whether there is a gdb that can look at programs. */
static bool
look_with_gdb(void)
{
    run_program(&o, "../../scripts/pages/decorate", "%s", "--build");
    check(o.status == 0, "status %d: %s", o.status, o.err);
    run_program(&o, "../../scripts/pages/gdb-names", "build/decorate/gcc-O0");
    if (o.status == EXIT_SKIPPED)
        fprintf(stderr, "%s", o.err);
    else
        check(o.status == 0, "status %d: %s", o.status, o.err);
    return o.status == 0;
}

TEST(gdb, tells_wrappers_by_their_frames)
{
    if (!look_with_gdb())
        return;
    check_row("not wrapped", "funcA", "funcA < main");
    check_row("pointer", "funcA", "funcA < call_wrapped < wrapper < main");
    check_row("rebound", "funcA", "-");
    check_row("rebound", "plain_funcA",
              "plain_funcA < call_wrapped < wrapper < main");
    check_row("macro", "funcA", "funcA < call_wrapped < main");
    check_row("wrap", "funcA", "funcA < call_wrapped < __wrap_funcA < main");
    check_row("wrap", "__wrap_funcA", "__wrap_funcA < main");
    check_row("preload", "funcA", "funcA < main");
    check_row("preload,next", "funcA", "funcA < call_wrapped < funcA < main");
    check_row("instrument", "funcA", "funcA < main");
    if (!strstr(o.out, "\nclosure"))
        return; /* no libffi */
    check(strstr(o.out, "< call_go_on < wrapper < handle < ?? < ?? < main\n"),
          "%s", o.out);
    check_row("closure,unnamed", "wrapped_funcA", "-");
    check_row("closure", "wrapped_funcA", "wrapped_funcA < main");
    check_row("closure,unnamed", "info symbol", "-");
    check_row("closure", "info symbol", "wrapped_funcA in section .text");
}
