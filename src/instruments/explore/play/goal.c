/* What the player is to reach, and what is played.
 * SPDX-License-Identifier: MIT
 */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "explore/play/goal.h"

/* The goal for a kind of fault; NULL: its name will do. */
static const char *
words_of(enum fault_kind fault)
{
    static const char *const words[N_FAULT_KINDS] = {
        [FAULT_DEADLOCK] = "a deadlock: no thread can go on",
        [FAULT_LIVELOCK] =
            "a livelock: threads look for ever, and find nothing",
        [FAULT_CRASH] = "make the program crash",
        [FAULT_FAILED] = "make the program fail: an exit status other than 0",
        [FAULT_RACE] = "a race: two accesses, one a write, nothing between",
        [FAULT_LOST] = "lose an item",
        [FAULT_DOUBLED] = "get an item twice",
        [FAULT_DESTROYED] = "use what was destroyed, or destroy what is used",
    };

    return words[fault] ? words[fault] : fault_name(fault);
}

void
goal_write(const struct subject *subject, const struct session *s, char *text,
           size_t size)
{
    const char *goal = subject->options->goal;

    if (goal)
        snprintf(text, size, "Goal: %s", goal);
    else if (s->fault)
        snprintf(text, size, "Goal: %s.", words_of(s->fault));
    else
        snprintf(text, size,
                 "Goal: a fault. The search found none in %" PRIu64
                 " schedules%s.",
                 s->n_runs, s->complete ? ", which are all in its scope" : "");
}

const char *
goal_title(const struct subject *subject)
{
    static char title[120];
    const char *name = strrchr(subject->target->path, '/');

    if (subject->contender)
        snprintf(title, sizeof(title), "%s %s", subject->contender->name,
                 subject->scenario->name);
    else
        snprintf(title, sizeof(title), "%s",
                 name ? name + 1 : subject->target->path);
    return title;
}

void
hint_none(const struct hint *h, char *text, size_t size)
{
    if (h->is_complete)
        snprintf(text, size,
                 "No fault is left with up to %d preemption%s (a thread is "
                 "stopped that could go on): all schedules from here were "
                 "tried, %" PRIu64 ".",
                 h->preemptions, h->preemptions == 1 ? "" : "s", h->n_runs);
    else
        snprintf(text, size,
                 "%" PRIu64 " schedules from here were tried, not all; none "
                 "has a fault.",
                 h->n_runs);
}
