/* A manager that leaves a trail: who was entered and left, in which order.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_TESTS_WITH_TRAIL_H
#define DOORBELL_TESTS_WITH_TRAIL_H

#include <string.h>

#include "test.h"
#include "with/with.h"

static char trail[64];

static inline void
step(char c)
{
    size_t n = strlen(trail);

    check(n + 1 < sizeof(trail), "the trail is full");
    trail[n] = c;
    trail[n + 1] = '\0';
}

#define check_trail(expected)                                                  \
    check(!strcmp(trail, expected), "the trail is '%s', not '%s'", trail,      \
          expected)

/* Enters as (, leaves as ), with its name; refuses to when it is told. */
struct room {
    enum with_at at;
    char name;
    bool refuses;
};

static inline void
room_manage(struct room *r)
{
    manage (r) {
        if (r->refuses)
            return;
        step('(');
        step(r->name);
        yield(r);
        step(r->name);
        step(')');
    }
}
MANAGER(room)

#endif
