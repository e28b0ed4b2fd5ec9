/* What the rig can be asked for.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_BENCH_RIG_OPTIONS_H
#define DOORBELL_BENCH_RIG_OPTIONS_H

#include "bench/rig/rig.h"

/* Fills the rig with defaults and what was asked, its contender loaded, and
 * returns its mode; or ends the program: 0 after --help and --version,
 * EXIT_USAGE with one line for what makes no sense, 1 for a file that is no
 * list of contenders.
 */
const struct rig_mode *options_parse(struct rig *rig, int argc, char **argv);

/* What is printed from now on is the report's, and goes to the real stdout;
 * before, what a contender prints there goes to stderr.
 */
void options_end_silence(void);

#endif
