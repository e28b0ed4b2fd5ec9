/* Is this the only bench that measures here?
 * SPDX-License-Identifier: MIT
 *
 * Each bench listens at one abstract address, which the kernel gives back at any
 * end of the process.  A bench that finds the address in use connects to it, so
 * each learns of the other: the one at once, the other when it asks.  A bench in
 * another network namespace is not seen.
 */
#ifndef DOORBELL_BENCH_RUN_ALONE_H
#define DOORBELL_BENCH_RUN_ALONE_H

#include <stdbool.h>
#include <sys/types.h>

/* Returns the process of a bench that runs already, 0 if there is none, or -1
 * if that cannot be known.  The address is a name of at most 64 bytes.  Call it
 * once.
 */
pid_t alone_begin(const char *name);

/* Whether another bench has begun since then. */
bool alone_ended(void);

#endif
