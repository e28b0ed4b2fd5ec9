/* Loads contenders from shared objects.
 * SPDX-License-Identifier: MIT
 */
#include <dlfcn.h>
#include <stdio.h>

#include "bench/contenders/contenders.h"
#include "die.h"

const struct contender *const *
contenders_try(const char *path, char *why, size_t size)
{
    void *handle = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    const struct contender *const *list =
        handle ? dlsym(handle, "contenders") : NULL;

    if (!handle)
        snprintf(why, size, "%s", dlerror());
    else if (!list)
        snprintf(why, size,
                 "not a list of contenders: exports no 'contenders'");
    for (size_t i = 0; list && list[i]; i++)
        if (list[i]->abi != CONTENDER_ABI) {
            snprintf(why, size,
                     "made for version %d of the contender interface, not %d",
                     list[i]->abi, CONTENDER_ABI);
            return NULL;
        }
    return list;
}

const struct contender *const *
contenders_load(const char *path)
{
    char why[CONTENDERS_WHY];
    const struct contender *const *list =
        contenders_try(path, why, sizeof(why));

    if (!list)
        die("'%s': %s", path, why);
    return list;
}
