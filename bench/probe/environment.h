/* What machine this is: whatever may explain the numbers.
 * SPDX-License-Identifier: MIT
 *
 * No host and no user name: results are shared.
 */
#ifndef ENVIRONMENT_H
#define ENVIRONMENT_H

#include "bench/bench.h"

/* Writes env.json into the folder of the run; "n/a" for what is not told. */
void environment_write(const struct bench *bench);

/* One line for the head of the table: "2 cores, AMD EPYC, Linux 6.18.44". */
void environment_line(char *line, size_t size);

/* The CPUs that this process may use: taskset and containers leave out some. */
long environment_cpus(void);

#endif
