/* Runs a program with one seed after the other, until it hangs.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_WHYHANG_TRIES_H
#define DOORBELL_WHYHANG_TRIES_H

#include <stdint.h>

/* Runs it n times at most, shaken by seed, seed + 1 and so on, and says on stderr
 * by which one it hung.  Returns 3 then, as one that hangs does with --end; else
 * the status of the first run that failed, 128 + the signal that ended it, or 0.
 * Dies where it cannot be run.
 */
int tries_run(char **program, uint64_t seed, uint64_t n);

#endif
