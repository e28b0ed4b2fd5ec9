/* The functions that are sent: funcA and funcB, and a wrapper of each.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_DECORATE_JOBS_FUNCTIONS_H
#define DOORBELL_DECORATE_JOBS_FUNCTIONS_H

#include <stdbool.h>

#include "registry.h"

enum { FUNC_A, FUNC_B, N_FUNCTIONS };

extern const struct callable plain_functions[N_FUNCTIONS];
extern struct callable wrappers[N_FUNCTIONS];

/* Registers the wrappers; both processes do this, for they are two runs of
 * one program.  with_wraps: each carries the name of what it wraps, and else
 * all are called "wrapper".  warns: a line to stderr for one that is refused.
 */
void functions_register(struct registry *registry, bool with_wraps, bool warns);

#endif
