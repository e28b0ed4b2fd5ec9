/* The names of a contender's traits.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_EXPLORE_SCENARIOS_TRAITS_H
#define DOORBELL_EXPLORE_SCENARIOS_TRAITS_H

#include "contender.h"

enum { TRAITS_BYTES = 80 };

/* "CLOSE, TIMED"; "" for none. */
const char *traits_text(unsigned traits, char text[static TRAITS_BYTES]);

#endif
