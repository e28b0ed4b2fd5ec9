/* Where the programs are that the bench runs: beside it.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_BENCH_RUN_CHILD_PROGRAMS_H
#define DOORBELL_BENCH_RUN_CHILD_PROGRAMS_H

#include <stddef.h>

/* Writes their folder; dies when it cannot be found or has a name too long. */
void find_programs(char *folder, size_t size);

#endif
