/* All scenarios, in the order in which they run: the shortest one first.
 * SPDX-License-Identifier: MIT
 */
#include "scenario.h"

const struct scenario *const scenarios[] = {
    &scenario_burst,  &scenario_work,    &scenario_idle,     &scenario_memory,
    &scenario_images, &scenario_latency, &scenario_pingpong, NULL,
};
