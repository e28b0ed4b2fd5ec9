/* A planted fault: a signed sum that fits no int.
 * SPDX-License-Identifier: MIT
 */
#include <limits.h>
#include <stdio.h>

int
main(int argc, char **argv)
{
    int sum = INT_MAX;

    (void)argv;
    sum += argc;
    printf("%d\n", sum);
    return 0;
}
