/* A library that crashes since what it kept was put back behind its back.
 * SPDX-License-Identifier: MIT
 */
#include <stdlib.h>

void library_crash(void);

void
library_crash(void)
{
    abort();
}
