/* A timeline as Chrome's trace events, which Perfetto opens too.
 * SPDX-License-Identifier: MIT
 *
 * The format is the "Trace Event Format" of Chrome's tracing: a slice for each
 * state of a thread and for each lock it holds, a flow from an item's put to
 * its get, an instant for a signal, and a counter.
 */
#ifndef DOORBELL_BENCH_REPORT_TIMELINE_PERFETTO_H
#define DOORBELL_BENCH_REPORT_TIMELINE_PERFETTO_H

#include <stdio.h>

#include "timeline.h"

void perfetto_write(const struct timeline *t, FILE *out);

#endif
