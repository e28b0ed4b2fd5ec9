/* The exit stack: the last registered runs first, and nothing gets lost.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>

#include "with/exit_stack.h"
#include "fail.h"
#include "trail.h"

enum { MANY = 1000 };

static void
undo(void *name)
{
    step(*(char *)name);
}

static int n_down;

static void
count_down(void *number)
{
    check(*(int *)number == n_down - 1, "%d after %d", *(int *)number, n_down);
    n_down = *(int *)number;
}

TEST(exit_stack, runs_the_last_one_first)
{
    with (exit_stack, s) {
        check(!exit_push(s, undo, "a") && !exit_push(s, undo, "b"), "push");
        step('-');
    }
    check_trail("-ba");
}

TEST(exit_stack, grows)
{
    static int numbers[MANY];

    n_down = MANY;
    with (exit_stack, s) {
        for (int i = 0; i < MANY; i++) {
            numbers[i] = i;
            check(!exit_push(s, count_down, &numbers[i]), "push %d", i);
        }
    }
    check(n_down == 0, "%d are left", n_down);
}

TEST(exit_stack, gives_away_what_is_stolen)
{
    struct exit_stack kept = {0};

    with (exit_stack, s) {
        check(!exit_push(s, undo, "a") && !exit_push(s, undo, "b"), "push");
        kept = exit_stack_steal(s);
        check(!exit_push(s, undo, "c"), "push after it");
    }
    check_trail("c");
    exit_stack_leave(&kept);
    check_trail("cba");
    exit_stack_leave(&kept);
    check_trail("cba");
}

static void
undo_by_pushing(void *stack)
{
    step('p');
    check(!exit_push(stack, undo, "q"), "push");
}

TEST(exit_stack, runs_what_a_clean_up_registers)
{
    with (exit_stack, s) {
        check(!exit_push(s, undo, "a"), "push");
        check(!exit_push(s, undo_by_pushing, s), "push");
    }
    check_trail("pqa");
}

TEST(exit_stack, undoes_at_once_what_it_cannot_register)
{
    int error = 0;

    with (exit_stack, s) {
        fail_at(FAIL_CALLOC, 1);
        error = exit_push(s, undo, "x");
        check_trail("x");
        check(!exit_push(s, undo, "y"), "nor the next");
    }
    check(error == ENOMEM, "it says %d", error);
    check_trail("xy");
}
