/* How should a consumer wait, here?  One screen of words, drawn from the
 * numbers by the rule of front.h.
 * SPDX-License-Identifier: MIT
 */
#ifndef ADVICE_H
#define ADVICE_H

#include "bench.h"

/* For people; prints nothing when the scenario latency was not run. */
void advice_print(const struct bench *bench, FILE *out);

/* The same as two members of a JSON object: "recommended", a list of objects
 * with regime, params, name, percentile, fine_us, delay_us and cpu_percent;
 * and "never", a list of names.
 */
void advice_write_json(const struct bench *bench, FILE *out);

#endif
