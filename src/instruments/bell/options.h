/* What the bell can be asked for.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_BELL_OPTIONS_H
#define DOORBELL_BELL_OPTIONS_H

#include <stdint.h>

/* How long the polling worker naps at first; ends the program for --help and
 * --version, and with one line for what makes no sense.
 */
int64_t options_nap(int argc, char **argv);

#endif
