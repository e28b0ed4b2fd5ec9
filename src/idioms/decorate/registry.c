/* Functions by name.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <string.h>

#include "registry.h"

const struct callable *
registry_find(const struct registry *r, const char *name)
{
    for (size_t i = 0; i < r->n_functions; i++)
        if (!strcmp(r->functions[i]->name, name))
            return r->functions[i];
    return NULL;
}

int
registry_add(struct registry *r, const struct callable *c)
{
    if (registry_find(r, c->name))
        return EEXIST;
    if (r->n_functions == REGISTRY_MAX)
        return ENOSPC;
    r->functions[r->n_functions++] = c;
    return 0;
}
