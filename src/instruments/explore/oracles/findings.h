/* Faults after which the search goes on: --report.
 * SPDX-License-Identifier: MIT
 *
 * A fault ends its schedule and the search.  Some programs have one that their
 * authors live with, and it would hide all others.  One of a kind that the user
 * wants only reported is written down, once for each place, and the schedule goes
 * on as though nothing had happened.
 */
#ifndef DOORBELL_EXPLORE_ORACLES_FINDINGS_H
#define DOORBELL_EXPLORE_ORACLES_FINDINGS_H

#include <stdbool.h>
#include <stddef.h>

#include "explore/oracles/fault.h"
#include "explore/search/search.h"

/* What may be only reported, a bit each. */
enum report {
    REPORT_RACES = 1,
    REPORT_DESTROYED_HELD = 2, /* a mutex destroyed while a thread holds it */
};

enum { FINDINGS_MAX = 16 };

struct finding {
    enum fault_kind kind;
    char why[200];
    const void *sites[2]; /* of the two accesses, or of the call and NULL */
    struct choice *steps; /* that lead to it */
    size_t n;
};

struct findings {
    unsigned wanted; /* enum report */
    bool closed;     /* they are known, and no more are written down */
    struct finding all[FINDINGS_MAX];
    size_t n, n_left_out; /* so many more places were seen */
};

extern struct findings findings;

/* Forgets those that were written down. */
void findings_reset(void);

/* Of those with the same lines of source only the first is kept. */
void findings_unite(void);

/* Writes it down, and returns true when the schedule is to go on.  False: it is a
 * fault.
 */
__attribute__((format(printf, 5, 6))) bool
findings_report(enum report what, enum fault_kind kind, const void *one,
                const void *other, const char *format, ...);

#endif
