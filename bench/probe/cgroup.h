/* What the control group of this process takes from it: a quota of CPU, and
 * the periods in which it was used up.
 * SPDX-License-Identifier: MIT
 *
 * Version 1 and 2 of the kernel's interface; the groups above count as well,
 * as far as they are to be seen.  Both functions take the file that names the
 * groups of a process, and where they are mounted.
 */
#ifndef DOORBELL_BENCH_PROBE_CGROUP_H
#define DOORBELL_BENCH_PROBE_CGROUP_H

#include <stdint.h>

#define CGROUP_SELF "/proc/self/cgroup"
#define CGROUP_ROOT "/sys/fs/cgroup"

/* The smallest quota, in CPUs; NAN without one. */
double cgroup_quota(const char *self, const char *root);

/* In how many periods so far the group, or one above it, was throttled; -1
 * when it is not to be seen.
 */
int64_t cgroup_throttled(const char *self, const char *root);

#endif
