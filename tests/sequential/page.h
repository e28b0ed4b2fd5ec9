/* What the tests of all pipelines need to know of the plain loop.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_TESTS_SEQUENTIAL_PAGE_H
#define DOORBELL_TESTS_SEQUENTIAL_PAGE_H

#include <stddef.h>

static const size_t capacities[] = {0};

#endif
