/* The name is looked up before anything is added.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <string.h>

#include "names.h"

const struct callable *
names_find(const struct names *t, const char *name)
{
    for (size_t i = 0; i < t->n_functions; i++)
        if (!strcmp(t->functions[i]->name, name))
            return t->functions[i];
    return NULL;
}

int
names_add(struct names *t, const struct callable *c,
          const struct callable **taken_by)
{
    const struct callable *other = names_find(t, c->name);

    if (other == c)
        return 0;
    if (other) {
        *taken_by = other;
        return EEXIST;
    }
    if (t->n_functions == NAMES_MAX)
        return ENOSPC;
    t->functions[t->n_functions++] = c;
    return 0;
}
