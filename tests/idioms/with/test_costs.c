/* With-blocks cost nothing against the same by hand; what failures leave.
 * SPDX-License-Identifier: MIT
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "array_len.h"
#include "die.h"
#include "spawn.h"
#include "test.h"

static struct outcome o;

static double
instructions(const char *compiler, const char *name)
{
    char row[96];

    snprintf(row, sizeof(row), "\n%s\t%s\t", compiler, name);
    const char *at = strstr(o.out, row);
    check(at, "no row%sin\n%s", row, o.out);
    return strtod(at + strlen(row), NULL);
}

static void
check_twins(const char *compiler)
{
    static const char *const twins[][2] = {
        {"lock_with_lock", "lock_by_hand"},
        {"lock_hold_lock", "lock_by_hand"},
        {"memory_guarded", "memory_by_hand"},
        {"level_with", "level_by_hand"},
        {"level_yield", "level_by_hand"},
        {"items_for_each_item", "items_by_hand"},
    };

    for (size_t i = 0; i < ARRAY_LEN(twins); i++) {
        double block = instructions(compiler, twins[i][0]);
        double hand = instructions(compiler, twins[i][1]);
        check(hand > 0 && fabs(block - hand) <= 1, "%s: %s %g, %s %g", compiler,
              twins[i][0], block, twins[i][1], hand);
    }
}

TEST(costs, of_blocks_are_those_of_the_same_by_hand)
{
    run_program(&o, "../../scripts/measure/costs", "%s", "--instructions");
    if (o.status == EXIT_SKIPPED) {
        fprintf(stderr, "skipped: %s", o.err);
        return;
    }
    check(o.status == 0, "status %d: %s", o.status, o.err);
    memmove(o.out + 1, o.out, strlen(o.out) + 1);
    *o.out = '\n';
    check(strstr(o.out, "\ngcc\t") || strstr(o.out, "\nclang\t"), "no rows");
    if (strstr(o.out, "\ngcc\t"))
        check_twins("gcc");
    if (strstr(o.out, "\nclang\t"))
        check_twins("clang");
}

static void
check_left(const char *style, const char *failure, const char *left)
{
    char row[96];

    snprintf(row, sizeof(row), "\n%s\t%s\t100\t%s\n", style, failure, left);
    check(strstr(o.out, row), "not so:%sbut\n%s", row, o.out);
}

/* Of the four steps three fail with the lock held, two with memory, one with
 * the descriptor.
 */
static const char all_left[] = "75\t50\t25", nothing_left[] = "0\t0\t0";
static const char *const blocks[] = {"guards", "with_blocks", "exit_stack"};

static void
check_styles(const char *flag, const char *left_by_cancelled_blocks)
{
    char program[64];

    snprintf(program, sizeof(program), "../costs/failures-%s", flag);
    run_program(&o, program, "--times 100");
    check(o.status == 0, "status %d: %s", o.status, o.err);
    check_left("hopeful", "error", all_left);
    check_left("ladder", "error", nothing_left);
    check_left("ladder", "cancel", all_left);
    check_left("push", "cancel", nothing_left);
    for (size_t i = 0; i < ARRAY_LEN(blocks); i++) {
        check_left(blocks[i], "error", nothing_left);
        check_left(blocks[i], "cancel", left_by_cancelled_blocks);
        check_left(blocks[i], "longjmp", all_left);
    }
}

TEST(failures, leave_nothing_behind_with_blocks_and_exceptions)
{
    check_styles("exceptions", nothing_left);
}

TEST(failures, leave_all_behind_when_cancelled_without_exceptions)
{
    check_styles("no-exceptions", all_left);
}
