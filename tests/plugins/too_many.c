/* A set with one stage more than a pipeline can have.
 * SPDX-License-Identifier: MIT
 */
#include "stage.h"

static const struct stage stages[STAGES_MAX + 1];

const struct stage_set stage_set = {STAGE_ABI, "many", NULL, STAGES_MAX + 1,
                                    stages};
