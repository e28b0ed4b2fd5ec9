/* The trap: a goto past a guarded variable, which is cleaned up all the same.
 * SPDX-License-Identifier: MIT
 *
 * gcc says nothing under -Wall -Wextra, only with -Wjump-misses-init; clang
 * refuses.  The clean-up gets a variable that was never set.  Declare guards
 * before the first goto, or in a block of their own.
 */
#include <stdio.h>

#include "guard.h"

static int n_made, n_cleaned_up;

static int
make(void)
{
    return ++n_made;
}

static void
clean_up(int *unread)
{
    (void)unread;
    n_cleaned_up++;
}

static void
work(int failed)
{
    if (failed)
        goto out;
    guarded(clean_up) int made = make();
    printf("number %d\n", made);
out:;
}

int
main(int argc, char **argv)
{
    (void)argv;
    work(argc);
    printf("made %d, cleaned up %d\n", n_made, n_cleaned_up);
    return 0;
}
