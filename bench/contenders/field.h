/* The field: the contenders that run, each proven to be a queue before it is
 * timed.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_BENCH_CONTENDERS_FIELD_H
#define DOORBELL_BENCH_CONTENDERS_FIELD_H

#include <stdbool.h>
#include <stddef.h>

#include "bench/contenders/conformance/conformance.h"

enum { FIELD_MAX = 64, FIELD_FILE = 512 };

struct entrant {
    const struct contender *contender;
    char file[FIELD_FILE];         /* as the rig is told */
    bool is_guest;                 /* came by field_add */
    bool runs;                     /* was chosen, and proven if need be */
    char why_not[CONFORMANCE_WHY]; /* with what it failed, or "" */
};

struct field {
    struct entrant all[FIELD_MAX];
    size_t n;
};

/* Which contenders to take; a list is separated by commas, NULL takes all. */
struct choice {
    const char *names;
    unsigned traits; /* all of these */
    bool is_whole;   /* of ours: all, not just the pair and six */
    bool is_small;   /* of ours: the pair and three */
};

/* The contenders of this project, below folder; dies when one is no list. */
void field_add_ours(struct field *field, const char *folder);

/* A guest: PATH, of which all contenders enter, or PATH:NAME for one.  Dies
 * with one line when there is none, when its name has a character that would
 * not stand in a key, or when another has that name already.
 */
void field_add(struct field *field, const char *file);

/* Decides which contenders run.  Guests always do, unless names or traits leave them out.
 * Returns the first of the wanted names that no contender has, or NULL.
 */
const char *field_choose(struct field *field, const struct choice *choice);

/* Tests the claims of all that run, two at a time: of ours in brief, of guests
 * in full.  One that fails runs no more, and why_not says why.
 */
void field_prove(struct field *field);

/* The bits of a list of trait names ("CLOSE,FD", in any case), or 0 for a
 * name that is none.
 */
unsigned field_parse_traits(const char *list);

#endif
