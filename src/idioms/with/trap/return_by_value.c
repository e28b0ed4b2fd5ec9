/* The trap: clang runs the clean-up before a struct that is returned is final.
 * SPDX-License-Identifier: MIT
 *
 * gcc copies the struct out first and gives 22.  clang builds it where the
 * caller wants it, and the clean-up, which runs before the return is over,
 * changes just that: 29.  Return what is not guarded, or steal it.
 */
#include <stdio.h>

#include "guard.h"

struct pages {
    int n;
    int unused[30]; /* too large for registers */
};

static void
close_pages(struct pages *p)
{
    p->n += 7;
}

static struct pages
read_pages(void)
{
    guarded(close_pages) struct pages p = {.n = 22};

    return p;
}

int
main(void)
{
    printf("%d\n", read_pages().n);
    return 0;
}
