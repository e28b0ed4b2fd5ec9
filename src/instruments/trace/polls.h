/* Where threads poll, and how often: what the looks add up to.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_TRACE_POLLS_H
#define DOORBELL_TRACE_POLLS_H

#include "traced.h"

struct polls {
    const void *site;
    unsigned long long n_polls, n_empty;
};

/* The places where threads with t's body poll, with t's own counts: at most n
 * of them into polls; returns how many.  The look at which t ended is added
 * to the first.
 */
size_t polls_of(const struct traced *t, struct polls *polls, size_t n);

#endif
