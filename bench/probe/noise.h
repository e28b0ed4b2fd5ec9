/* How much the rest of the machine disturbed a run.
 * SPDX-License-Identifier: MIT
 *
 * Noise is measured: the host's steal, the kernel's CPU pressure, what other
 * programs use meanwhile, the quota of the control group, and a canary, a short
 * loop of the same work, which a quiet machine does in the same time each
 * time.  A core's clock goes up and down, so the canary is held against the
 * median of the last ones, not against the best.
 */
#ifndef DOORBELL_BENCH_PROBE_NOISE_H
#define DOORBELL_BENCH_PROBE_NOISE_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

enum {
    NOISE_FOREIGN = 25, /* percent of a core */
    NOISE_CANARIES = 31
};

struct noise {
    /* Of the time from noise_begin to noise_end; NAN: not available. */
    double steal_percent;
    double pressure_percent; /* some thread waited for a CPU, perhaps ours */
    double canary; /* its time over the median of the last: 1 is quiet */
    /* Of one core: what other programs used, what the bench and its children. */
    double foreign_percent, own_percent;
    double throttled; /* periods in which a quota was used up */

    int64_t canaries_ns[NOISE_CANARIES]; /* all below is the file's own */
    size_t n_canaries;                   /* that were run so far */
    int64_t at_ns, steal_ticks, pressure_us, busy_ticks, own_ns, n_throttled;
    pid_t server; /* a child that outlives the run; 0 without one */
};

/* A struct noise starts as zero, and is one for the whole bench. */
void noise_begin(struct noise *noise);
void noise_end(struct noise *noise);

/* More than 2 % stolen, a canary that took 25 % longer than is usual, other
 * programs that used more than 25 % of a core, or a period that was throttled.
 */
bool noise_is_noisy(const struct noise *noise);

#endif
