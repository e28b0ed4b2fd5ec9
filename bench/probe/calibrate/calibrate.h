/* The instrument, measured: what it costs and how far it is off.
 * SPDX-License-Identifier: MIT
 *
 * A program of known truth (known.c) burns exactly 100 ms of CPU, sleeps 100
 * times, and grows by 64 MiB; each probe is held against it.
 */
#ifndef DOORBELL_BENCH_PROBE_CALIBRATE_CALIBRATE_H
#define DOORBELL_BENCH_PROBE_CALIBRATE_CALIBRATE_H

#include "bench/bench.h"

/* Fills bench->calibration; takes about half a second.  What cannot be
 * measured is NAN.
 */
void calibrate(struct bench *bench);

/* Adds by how much a known delay is misread, which takes a second. */
void calibrate_delay(struct bench *bench);

/* Its numbers, for a report; the list ends with what == NULL. */
struct calibration_line {
    const char *what, *unit;
    int places;
    size_t offset; /* of a double in struct calibration */
    double bound;  /* its size has to stay below; 0: reported, not judged */
};

extern const struct calibration_line calibration_lines[];

double calibration_value(const struct calibration *calibration,
                         const struct calibration_line *line);

/* Prints it, a line a number, "n/a" for NAN. */
void calibrate_print(const struct calibration *calibration, FILE *out);

#endif
