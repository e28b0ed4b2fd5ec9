/* The instrument, measured: what it costs and how far it is off.
 * SPDX-License-Identifier: MIT
 *
 * A program of known truth (known.c) burns exactly 100 ms of CPU, sleeps 100
 * times, and grows by 64 MiB; each probe is held against it.
 */
#ifndef CALIBRATE_H
#define CALIBRATE_H

#include "bench.h"

/* Fills bench->calibration; takes about half a second.  What cannot be
 * measured is NAN.
 */
void calibrate(struct bench *bench);

/* Prints it, a line a number, "n/a" for NAN. */
void calibrate_print(const struct calibration *calibration, FILE *out);

#endif
