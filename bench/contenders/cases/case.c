/* A case: which there are, to which contenders they apply, and how one is run.
 * SPDX-License-Identifier: MIT
 */
#include <string.h>

#include "bench/contenders/cases/case.h"

const size_t case_capacities[N_CASE_CAPACITIES] = {1, 2, 3, 7, 64, 0};

enum {
    TRAITS = CONTENDER_CLOSE | CONTENDER_TIMED | CONTENDER_JOIN | CONTENDER_FD
};

static struct queue_case *first;

/* Constructors run in the order of linking, which says nothing: so by noun,
 * and within one in the order of the file.
 */
void
case_register(struct queue_case *c)
{
    struct queue_case **at = &first;

    while (*at && strcmp((*at)->noun, c->noun) <= 0)
        at = &(*at)->next;
    c->next = *at;
    *at = c;
}

const struct queue_case *
cases_first(void)
{
    return first;
}

bool
case_applies(const struct queue_case *c, const struct contender *contender,
             size_t capacity)
{
    unsigned needs = c->needs, traits = contender->traits;

    if (needs & NOT_TO_BE_HAD)
        return false;
    if (needs & (capacity ? UNBOUNDED_ALONE : BOUNDED))
        return false;
    if (needs & CROWD && traits & CONTENDER_SPSC)
        return false;
    return (needs & TRAITS & ~traits) == 0 &&
           traits & (capacity ? CONTENDER_BOUNDED : CONTENDER_UNBOUNDED);
}

struct run {
    const struct queue_case *it;
    const struct contender *contender;
    size_t capacity;
};

/* The queue is left to the end of the process: threads may wait in it. */
static void
run(const void *argument)
{
    const struct run *r = argument;
    struct subject q = subject_of(contender_behind(r->contender), r->capacity);

    r->it->body(&q);
}

void
case_run(const struct queue_case *c, const struct contender *contender,
         size_t capacity, unsigned limit_s, char *why)
{
    conformance_child(run, &(struct run){c, contender, capacity}, limit_s, why);
}
