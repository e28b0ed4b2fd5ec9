/* Where a thread runs: all that are explored run on one CPU.
 * SPDX-License-Identifier: MIT
 *
 * They are coroutines of one thread, which the system moves from CPU to CPU; a
 * program that asks would not behave the same twice.
 */
#include <sched.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "explore/calls/calls.h"

int
getcpu(unsigned *cpu, unsigned *node)
{
    if (!is_explored())
        return (int)syscall(SYS_getcpu, cpu, node, NULL);
    if (cpu)
        *cpu = 0;
    if (node)
        *node = 0;
    return 0;
}

int
sched_getcpu(void)
{
    unsigned cpu;

    return getcpu(&cpu, NULL) ? -1 : (int)cpu;
}
