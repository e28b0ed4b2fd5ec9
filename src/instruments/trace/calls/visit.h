/* A call on its way through the decorator: counted, and timed.
 * SPDX-License-Identifier: MIT
 *
 *     struct visit v = visit_begin(hooks_site);     before all else
 *     int error = hooks_real()->...;
 *     if (v.t)
 *         visit_end(&v, CALL_..., &now_ns);
 */
#ifndef DOORBELL_TRACE_CALLS_VISIT_H
#define DOORBELL_TRACE_CALLS_VISIT_H

#include "trace/traced.h"

/* t is the calling thread's record; NULL where there is no memory for one. */
struct visit {
    struct traced *t;
    const void *site;
    int64_t began_ns;
};

struct visit visit_begin(const void *site);

/* Counts the call and adds its time; gives its counters, and in *ended_ns the
 * moment.
 */
struct spot *visit_end(const struct visit *v, enum call call,
                       int64_t *ended_ns);

/* The thread holds the mutex from now on. */
void visit_hold(struct traced *t, const void *mutex, struct spot *locked_at,
                int64_t now_ns);

/* It holds it no more: adds the time to where it was locked.  Gives what was
 * held; a locked_at of NULL: it was not, or was one too many.
 */
struct held visit_let_go(struct traced *t, const void *mutex, int64_t now_ns);

#endif
