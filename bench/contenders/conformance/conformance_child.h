/* A body that may hang or crash, run in a child, and what became of it.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_BENCH_CONTENDERS_CONFORMANCE_CONFORMANCE_CHILD_H
#define DOORBELL_BENCH_CONTENDERS_CONFORMANCE_CONFORMANCE_CHILD_H

#include "bench/contenders/conformance/conformance_words.h"

/* Runs body(argument) in a process of its own, which ends after limit_s
 * seconds at the latest.  Writes into why (CONFORMANCE_WHY bytes) why it
 * failed, "hangs", "crashes: ..." among the reasons; "" when all is well.
 */
void conformance_child(void (*body)(const void *argument), const void *argument,
                       unsigned limit_s, char *why);

/* Called by any thread of the body: says why, and ends the process. */
__attribute__((format(printf, 1, 2), noreturn)) void
conformance_fail(const char *format, ...);

#endif
