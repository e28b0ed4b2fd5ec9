/* A set of stages that was made for a version that there is not yet.
 * SPDX-License-Identifier: MIT
 */
#include "stage.h"

const struct stage_set stage_set = {.abi = STAGE_ABI + 1, .name = "future"};
