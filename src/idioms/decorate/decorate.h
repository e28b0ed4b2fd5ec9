/* decorate: functions that wrap other functions.
 * SPDX-License-Identifier: MIT
 *
 *     static int (*fetch)(const char *) = plain_fetch;
 *
 *     struct timing timing = {0};
 *     fetch = decorate(retry(3), fetch, "int(const char *)");
 *     fetch = decorate(timed(&timing), fetch, "int(const char *)");
 *     fetch = decorate(trace, fetch, "int(const char *)");
 *     ...                             trace calls timed calls retry calls fetch
 *     fetch = undecorate(fetch);      not traced any more
 *
 * is Python's
 *
 *     @trace
 *     @timed
 *     @retry(3)
 *     def fetch(url): ...
 *
 * callable.h has struct callable and wraps, which need no library; closure.h
 * says how to write decorators; it needs -ldoorbell -lffi.
 */
#ifndef DOORBELL_DECORATE_DECORATE_H
#define DOORBELL_DECORATE_DECORATE_H

#include "callable.h"
#include "closure.h"
#include "decorators.h"

#endif
