/* The slides' with-statements, in their order, each printing what theirs does.
 * SPDX-License-Identifier: MIT
 */
#include "die.h"
#include "printer.h"

/* with MyPrinter(): print('do something') */
static void
without_a_handle(void)
{
    with (printer, p) {
        puts("do something");
    }
}

/* with MyPrinter() as p: p('do something') */
static void
with_a_handle(void)
{
    with (printer, p) {
        p->print("do something");
    }
}

/* The point of it: `after` is printed, and is not written here. */
static int
left_by_return(void)
{
    with (printer, p) {
        p->print("do something, and return");
        return 10;
    }
    return 0;
}

int
main(void)
{
    without_a_handle();
    with_a_handle();
    printf("result is %d\n", left_by_return());
    finish_stdout();
    return 0;
}
