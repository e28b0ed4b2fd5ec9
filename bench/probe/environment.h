/* What machine this is: all that may explain the numbers.
 * SPDX-License-Identifier: MIT
 *
 * No host and no user name: results are shared.
 */
#ifndef DOORBELL_BENCH_PROBE_ENVIRONMENT_H
#define DOORBELL_BENCH_PROBE_ENVIRONMENT_H

#include "bench/bench.h"

/* Writes the contents of env.json; "n/a" for what the system does not say. */
void environment_write(const struct bench *bench, FILE *out);

/* One line for the head of the table: "2 cores, AMD EPYC, Linux 6.18.44". */
void environment_line(char *line, size_t size);

/* The CPUs that this process may use: taskset and containers leave out some. */
long environment_cpus(void);

#endif
