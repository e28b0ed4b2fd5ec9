/* A contender of another time.
 * SPDX-License-Identifier: MIT
 */
#include "contender.h"

extern const struct contender *const contenders[];

static const struct contender old = {.abi = 0, .name = "old"};
const struct contender *const contenders[] = {&old, NULL};
