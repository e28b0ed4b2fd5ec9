/* What events are called in files.
 * SPDX-License-Identifier: MIT
 */
#include "story/event.h"

static const char *const names[N_EVENT_WHATS] = {
    [EVENT_STARTS] = "starts",   [EVENT_ENDS] = "ends",
    [EVENT_WORKS] = "works",     [EVENT_WAITS] = "waits",
    [EVENT_LOOKS] = "looks",     [EVENT_NAPS] = "naps",
    [EVENT_READY] = "ready",     [EVENT_LOCKS] = "locks",
    [EVENT_UNLOCKS] = "unlocks", [EVENT_PUTS] = "puts",
    [EVENT_GETS] = "gets",       [EVENT_RINGS] = "signals",
    [EVENT_COUNTS] = "counts",   [EVENT_SAYS] = "says",
    [EVENT_FAULT] = "fault",
};

const char *
event_what_name(int what)
{
    return what >= 0 && what < N_EVENT_WHATS ? names[what] : "?";
}
