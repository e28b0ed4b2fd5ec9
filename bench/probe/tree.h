/* The CPU time of a process and all below it: a server with its children.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_BENCH_PROBE_TREE_H
#define DOORBELL_BENCH_PROBE_TREE_H

#include <stdint.h>
#include <sys/types.h>

/* What those have used that live, in ns, or PROBE_NONE.  A child that ends takes
 * its time along.
 */
int64_t tree_cpu_ns(pid_t pid);

/* What their children have used that have ended, in ns, by ticks of 10 ms. */
int64_t tree_ended_ns(pid_t pid);

/* Both, or PROBE_NONE.  A child that ends between two readings, and used less than
 * a tick, may still make the second one the smaller.
 */
int64_t tree_used_ns(pid_t pid);

#endif
