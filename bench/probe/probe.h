/* What a process has used so far, read from outside.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_BENCH_PROBE_PROBE_H
#define DOORBELL_BENCH_PROBE_PROBE_H

#include <stdint.h>
#include <sys/types.h>

/* A probe is a pair of readings; the difference is what happened between.  A
 * number that this machine does not tell is PROBE_NONE, never 0.
 */
enum { PROBE_NONE = -1 };

struct probe {
    int64_t at_ns;          /* when cpu_ns was read */
    int64_t cpu_ns;         /* of the whole process, all its threads */
    int64_t workers_cpu_ns; /* of all threads but the main one, that live */
    int64_t tasks_at_ns;    /* when the threads were read: 1000 take a while */
    int64_t voluntary;      /* context switches of the threads that live */
    int64_t involuntary;
    int64_t peak_bytes; /* VmHWM */
};

/* Reads everything; the process must be alive.  Allocates nothing, waits for
 * nothing.  probe_begin reads the threads first and the CPU clock last,
 * probe_end the other way round, so that the CPU time between the two holds
 * none of the reading.
 */
struct probe probe_begin(pid_t pid);
struct probe probe_end(pid_t pid);

/* Its memory now, in bytes, from /proc/PID/statm; PROBE_NONE. */
int64_t probe_resident_bytes(pid_t pid);

#endif
