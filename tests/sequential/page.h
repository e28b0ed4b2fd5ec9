/* What the tests of all pipelines need to know of the plain loop.
 * SPDX-License-Identifier: MIT
 */
#ifndef PAGE_H
#define PAGE_H

#include <stddef.h>

static const size_t capacities[] = {0};

#endif
