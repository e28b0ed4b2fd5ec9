/* What the modes of the rig share.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <inttypes.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>

#include "bench/rig/rig.h"
#include "clock.h"
#include "die.h"
#include "random.h"

/* The n-th core that this process may use, or -1. */
static int
nth_core(int n)
{
    cpu_set_t allowed;

    if (sched_getaffinity(0, sizeof(allowed), &allowed))
        return -1;
    for (int core = 0; core < CPU_SETSIZE; core++)
        if (CPU_ISSET(core, &allowed) && n-- == 0)
            return core;
    return -1;
}

void
rig_place(const struct rig *rig, int side)
{
    /* The first caller sees all cores; a thread that is placed only its own. */
    static atomic_int cores[2] = {-1, -1};
    cpu_set_t set;

    if (rig->place == PLACE_FREE)
        return;
    if (cores[0] < 0) {
        cores[1] = nth_core(rig->place == PLACE_TWO ? 1 : 0);
        cores[0] = nth_core(0);
    }
    if (cores[side] < 0)
        die("--place two: there is only one core");
    CPU_ZERO(&set);
    CPU_SET(cores[side], &set);
    if (sched_setaffinity(0, sizeof(set), &set))
        die("core %d: %s", (int)cores[side], strerror(errno));
}

void *
rig_queue(const struct rig *rig)
{
    void *queue = NULL;
    int error = rig->contender->create(rig->contender, rig->capacity, &queue);

    if (error == EINVAL) {
        warn_line("%s: does not offer capacity %" PRIu64, rig->contender->name,
                  rig->capacity);
        exit(EXIT_SKIPPED);
    }
    rig_must(rig, "create", error);
    return queue;
}

void
rig_must(const struct rig *rig, const char *call, int error)
{
    if (error)
        die("%s: %s: %s", rig->contender->name, call, strerror(error));
}

int64_t *
rig_samples(size_t n)
{
    int64_t *samples = malloc((n ? n : 1) * sizeof(*samples));

    if (!samples)
        die("%zu samples: %s", n, strerror(ENOMEM));
    memset(samples, 1, n * sizeof(*samples));
    return samples;
}

void
rig_produce(struct rig *rig, void *queue, int64_t *due_ns)
{
    uint64_t random = rig->seed;
    int64_t due = clock_now_ns();

    for (uint64_t i = 0; i < rig->n_items; i++) {
        due += (int64_t)((double)rig->every_ns * (0.5 + random_unit(&random)));
        due_ns[i] = due;
        while (rig->every_ns && clock_sleep_until(due + rig->late_ns))
            continue;
        if (rig->late_ns_of)
            rig->late_ns_of[i] = clock_now_ns() - due;
        rig_must(rig, "put", rig->contender->put(queue, i + 1, NULL));
    }
}
