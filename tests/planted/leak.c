/* A planted fault: memory that nobody can give back any more.
 * SPDX-License-Identifier: MIT
 */
#include <stdlib.h>

int
main(void)
{
    void *volatile lost = malloc(100);

    lost = NULL;
    return lost != NULL;
}
