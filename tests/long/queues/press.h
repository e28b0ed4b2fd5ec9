/* One shape of stress on one contender, for some time.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_TESTS_LONG_QUEUES_PRESS_H
#define DOORBELL_TESTS_LONG_QUEUES_PRESS_H

#include <stdint.h>

#include "shape.h"

enum { PRESS_WHY = 160 };

/* Producers put for box_ns, or until the queue is closed under them; every
 * item is checked.  Returns how many items went in; writes what is wrong, or
 * "".
 */
uint64_t press(const struct contender *c, const struct shape *s, int64_t box_ns,
               char *why);

#endif
