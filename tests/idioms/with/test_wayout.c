/* Way out against mechanism, made by running it; and the traps.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <string.h>

#include "array_len.h"
#include "spawn.h"
#include "test.h"

static struct outcome o;

static const char *const compilers[] = {"gcc", "clang"};
static const char *const levels[] = {"O0", "O2"};
static const char *const with_blocks[] = {"attribute", "block", "onefunction"};

static bool
is_here(const char *compiler)
{
    return strstr(o.out, compiler) != NULL;
}

static void
make_table(void)
{
    run_program(&o, "../../scripts/pages/wayout", "%s", "--tsv");
    check(o.status == 0, "status %d: %s", o.status, o.err);
    check(is_here("\ngcc\t") || is_here("\nclang\t"), "no compiler");
}

/* The cells of one compiler, or of each that is here; both levels. */
static void
check_cells_of(const char *compiler, const char *exceptions,
               const char *mechanism, const char *way, const char *outcome)
{
    char row[160];

    if (!is_here(compiler))
        return;
    for (size_t i = 0; i < ARRAY_LEN(levels); i++) {
        snprintf(row, sizeof(row), "\n%s\t%s\t%s\t%s\t%s\t%s\n", compiler,
                 levels[i], exceptions, mechanism, way, outcome);
        check(strstr(o.out, row), "not so:%s", row);
    }
}

static void
check_cells(const char *mechanism, const char *way, const char *without,
            const char *with)
{
    for (size_t i = 0; i < ARRAY_LEN(compilers); i++) {
        check_cells_of(compilers[i], "no-exceptions", mechanism, way, without);
        check_cells_of(compilers[i], "exceptions", mechanism, way, with);
    }
}

static void
check_all(const char *mechanism, const char *const *ways, const char *outcome)
{
    for (; *ways; ways++)
        check_cells(mechanism, *ways, outcome, outcome);
}

static const char *const never[] = {"longjmp", "exit",   "_exit",
                                    "abort",   "signal", NULL};

static void
check_with_blocks(void)
{
    static const char *const always[] = {"end", "return", "goto out",
                                         "error code", NULL};

    for (size_t i = 0; i < ARRAY_LEN(with_blocks); i++) {
        const char *mechanism = with_blocks[i];
        const char *stays = i ? "runs*" : "runs";
        check_all(mechanism, always, "runs");
        check_all(mechanism, never, "skipped");
        check_cells(mechanism, "break", stays, stays);
        check_cells(mechanism, "continue", stays, stays);
        check_cells(mechanism, "pthread_exit", "skipped", "runs");
        check_cells(mechanism, "pthread_cancel", "skipped", "runs");
        check_cells_of("clang", "exceptions", mechanism, "goto in", "refused");
    }
    check_cells_of("gcc", "exceptions", "attribute", "goto in", "undefined");
}

static void
check_by_hand(void)
{
    static const char *const forgotten[] = {"return", "break", "continue",
                                            "goto out", NULL};

    check_cells("ladder", "end", "runs", "runs");
    check_cells("ladder", "error code", "runs", "runs");
    check_all("ladder", forgotten, "skipped");
    check_all("ladder", never, "skipped");
    check_cells("ladder", "pthread_cancel", "skipped", "skipped");
    check_cells("push", "end", "runs", "runs");
    check_all("push", never, "skipped");
    check_cells("push", "pthread_exit", "runs", "runs");
    check_cells("push", "pthread_cancel", "runs", "runs");
    check_cells("push", "return", "skipped", "runs");
}

/* Only where a compiler has it: tried with clang 22. */
static void
check_defer(void)
{
    static const char *const always[] = {"end",      "return",   "break",
                                         "continue", "goto out", "error code"};
    static const char *const by_thread[] = {"pthread_exit", "pthread_cancel"};
    const char *by = is_here("\nclang-22\tO0\tno-exceptions\tdefer\t")
                         ? "clang-22"
                         : "clang";

    if (!strstr(o.out, "\tdefer\t"))
        return;
    for (size_t i = 0; i < ARRAY_LEN(always); i++) {
        check_cells_of(by, "no-exceptions", "defer", always[i], "runs");
        check_cells_of(by, "exceptions", "defer", always[i], "runs");
    }
    for (size_t i = 0; i < ARRAY_LEN(by_thread); i++) {
        check_cells_of(by, "no-exceptions", "defer", by_thread[i], "skipped");
        check_cells_of(by, "exceptions", "defer", by_thread[i], "runs");
    }
    for (const char *const *way = never; *way; way++)
        check_cells_of(by, "exceptions", "defer", *way, "skipped");
    check_cells_of(by, "exceptions", "defer", "goto in", "refused");
}

TEST(wayout, table_comes_out_as_it_is_known)
{
    make_table();
    check_with_blocks();
    check_by_hand();
    check_defer();
}

/* Whether a compiler that is here says this of a trap, and the trap does it. */
static void
check_trap(const char *trap, const char *compiler, const char *flag,
           const char *says, const char *does)
{
    char row[256];

    if (!is_here(compiler))
        return;
    for (size_t i = 0; i < ARRAY_LEN(levels); i++) {
        snprintf(row, sizeof(row), "\n%-17s %-5s %-3s%-20s %-8s %s\n", trap,
                 compiler, levels[i], flag, says, does);
        check(strstr(o.out, row), "not so:%sbut\n%s", row, o.out);
    }
}

static void
check_trap_of_both(const char *trap, const char *does)
{
    for (size_t i = 0; i < ARRAY_LEN(compilers); i++)
        check_trap(trap, compilers[i], "", "silent", does);
}

TEST(traps, are_there)
{
    run_program(&o, "../../scripts/pages/traps", "%s", "");
    check(o.status == 0, "status %d: %s", o.status, o.err);
    memmove(o.out + 1, o.out, strlen(o.out) + 1);
    *o.out = '\n';
    check_trap("return_by_value", "gcc", "", "silent", "22");
    check_trap("return_by_value", "clang", "", "silent", "29");
    check_trap("goto_past_guard", "gcc", "", "silent", "made 0, cleaned up 1");
    check_trap("goto_past_guard", "gcc", "-Wjump-misses-init", "warns",
               "made 0, cleaned up 1");
    check_trap("goto_past_guard", "clang", "", "refuses", "-");
    check_trap_of_both("break_in_block", "with_lock 3, hold_lock 0");
    check_trap_of_both("wrong_type", "taken; gives back the variable");
    check_trap_of_both("after_steal", "by GUARD: well; status 139");
    check_trap_of_both("declared_early",
                       "declared before the lock: dropped without it; "
                       "behind: dropped with it");
    check_trap_of_both("returned_guarded",
                       "stolen: 0 freed behind the back; returned: 1 freed "
                       "behind the back");
}
