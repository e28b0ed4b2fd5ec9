/* A program whose library crashes; with -DITSELF it crashes itself.
 * SPDX-License-Identifier: MIT
 */
#include <stdlib.h>

void library_crash(void);

int
main(void)
{
#ifdef ITSELF
    abort();
#else
    library_crash();
#endif
    return 0;
}
