/* Which capacities does a contender offer?
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <string.h>

#include "conformance.h"
#include "conformance_child.h"

static const char refused[] = "refused";

struct demand {
    const struct contender *contender;
    size_t capacity;
};

static void
create(const void *argument)
{
    static void *queue; /* where a search for leaks finds it */
    const struct demand *d = argument;
    const struct contender *c = contender_behind(d->contender);

    if (c->create(c, d->capacity, &queue) == EINVAL)
        conformance_fail(refused);
}

/* Any other end than the refusal is for the tests to judge. */
bool
conformance_offers(const struct contender *contender, size_t capacity)
{
    unsigned needs = capacity ? CONTENDER_BOUNDED : CONTENDER_UNBOUNDED;
    char why[CONFORMANCE_WHY];

    if (!(contender->traits & needs))
        return false;
    conformance_child(create, &(struct demand){contender, capacity},
                      CONFORMANCE_LIMIT_S, why);
    return strcmp(why, refused) != 0;
}
