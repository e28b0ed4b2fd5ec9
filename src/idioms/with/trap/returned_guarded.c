/* The trap: a guarded pointer that is returned without steal is freed already.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>

#include "guard.h"

static int n_freed;

static void
count_and_free(char **text)
{
    n_freed += *text != NULL;
    free(*text);
}

static char *
give(int by_stealing)
{
    guarded(count_and_free) char *text = malloc(8);

    return by_stealing ? steal(text) : text;
}

int
main(void)
{
    free(give(1));
    printf("stolen: %d freed behind the back\n", n_freed);
    give(0);
    printf("returned: %d freed behind the back\n", n_freed);
    return 0;
}
