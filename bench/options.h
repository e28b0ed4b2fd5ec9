/* What the bench can be asked for.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_BENCH_OPTIONS_H
#define DOORBELL_BENCH_OPTIONS_H

#include "bench.h"

/* Fills what the bench was asked and its field, or ends the program: 0 after --help,
 * --version or --list, EXIT_USAGE with one line for what makes no sense.
 */
void options_parse(struct bench *bench, int argc, char **argv);

#endif
