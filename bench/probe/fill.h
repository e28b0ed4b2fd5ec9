/* Turns readings and a report into the columns of a sample, once it is right.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_BENCH_PROBE_FILL_H
#define DOORBELL_BENCH_PROBE_FILL_H

#include "bench/bench.h"
#include "probe.h"

/* Why the run that has just ended is wrong, or NULL: it did not end well, it
 * lost an item, its polls do not add up, or the scenario's check fails.  The
 * text stays until the next call.
 */
const char *verify(struct bench *bench, const struct sample *sample);

/* What was used between two readings. */
void fill_from_probes(struct sample *sample, const struct probe *a,
                      const struct probe *b);

/* What the server's processes used between two readings, time_ns apart; after
 * fill_from_probes.  Not known when the second reading is the smaller.
 */
void fill_from_server(struct sample *sample, int64_t begin_ns, int64_t end_ns,
                      int64_t time_ns);

/* What the program counted itself. */
void fill_from_report(struct sample *sample, const struct child *child);

#endif
