/* Whether a variable of the explored file has a type without a sign.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_EXPLORE_TELL_UNSIGNED_H
#define DOORBELL_EXPLORE_TELL_UNSIGNED_H

#include <stdbool.h>

/* By the debug information, as readelf prints it; false without any.  The path
 * has no quote in it.
 */
bool unsigned_is(const char *path, const char *variable);

#endif
