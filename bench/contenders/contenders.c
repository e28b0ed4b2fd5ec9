/* Loads contenders from shared objects.
 * SPDX-License-Identifier: MIT
 */
#include <dlfcn.h>

#include "bench/contenders/conformance/conformance.h"
#include "die.h"

const struct contender *const *
contenders_load(const char *path)
{
    void *handle = dlopen(path, RTLD_NOW | RTLD_LOCAL);

    if (!handle)
        die("'%s': %s", path, dlerror());
    const struct contender *const *list = dlsym(handle, "contenders");
    if (!list)
        die("'%s': not a list of contenders: exports no 'contenders'", path);
    for (size_t i = 0; list[i]; i++)
        if (list[i]->abi != CONTENDER_ABI)
            die("'%s': made for version %d of the contender interface, not %d",
                path, list[i]->abi, CONTENDER_ABI);
    return list;
}
