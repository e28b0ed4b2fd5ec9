/* What LD_PRELOAD puts before work_preloaded.
 * SPDX-License-Identifier: MIT
 */
#include <dlfcn.h>
#include <string.h>

#include "costs.h"

static int (*next)(int);
static long n_preloaded_calls;

__attribute__((constructor)) static void
find_next(void)
{
    void *address = dlsym(RTLD_NEXT, "work_preloaded");

    memcpy(&next, &address, sizeof(address));
}

int
work_preloaded(int n)
{
    n_preloaded_calls++;
    return next(n);
}
