/* Where threads poll, and how often.
 * SPDX-License-Identifier: MIT
 */
#include "polls.h"

static bool
is_known(const struct polls *polls, size_t n, const void *site)
{
    for (size_t i = 0; i < n; i++)
        if (polls[i].site == site)
            return true;
    return false;
}

/* A place is one where any thread of that body found nothing. */
static size_t
find_places(const struct traced *like, struct polls *polls, size_t n_max)
{
    size_t n = 0;

    for (struct traced *t = traced_all(); t; t = t->next)
        for (size_t i = 0; i < SPOTS_MAX && t->body == like->body; i++) {
            const struct spot *s = &t->spots[i];
            if (n < n_max && s->n_empty && !is_known(polls, n, s->site))
                polls[n++] = (struct polls){.site = s->site};
        }
    return n;
}

size_t
polls_of(const struct traced *t, struct polls *polls, size_t n_max)
{
    size_t n = find_places(t, polls, n_max);

    for (size_t p = 0; p < n; p++)
        for (size_t i = 0; i < SPOTS_MAX; i++) {
            const struct spot *s = &t->spots[i];
            if (s->site != polls[p].site || s->call != CALL_LOCK)
                continue;
            polls[p].n_polls = s->n_calls;
            polls[p].n_empty = s->n_empty;
        }
    if (n > 0 && t->returned)
        polls[0].n_polls++;
    return n;
}
