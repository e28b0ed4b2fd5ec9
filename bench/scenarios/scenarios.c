/* All scenarios, in the order in which they run: the shortest one first.
 * SPDX-License-Identifier: MIT
 */
#include "scenario.h"

const struct scenario *const scenarios[] = {
    &scenario_burst,      &scenario_work,
    &scenario_idle,       &scenario_latency,
    &scenario_pingpong,   &scenario_memory,
    &scenario_images,     &scenario_pipeline,
    &scenario_throughput, &scenario_shutdown,
    &scenario_neighbour,  &scenario_oversubscribed,
    &scenario_naps,       &scenario_control,
    &scenario_far,        NULL,
};
