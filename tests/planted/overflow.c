/* A planted fault: one byte behind the end of what malloc gave.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int
main(int argc, char **argv)
{
    size_t length = strlen(argv[argc - 1]);
    char *copy = malloc(length);

    if (!copy)
        return 1;
    for (size_t i = 0; i <= length; i++)
        copy[i] = argv[argc - 1][i];
    putchar(copy[length / 2]); /* or the compiler drops it all */
    free(copy);
    return 0;
}
