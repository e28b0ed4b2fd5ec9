/* Knows of each nap that the project's own objects take.
 * SPDX-License-Identifier: MIT
 *
 * Linked before clock_nap, as fail.h tells.
 */
#ifndef DOORBELL_TESTS_HARNESS_WRAPPED_NAPS_H
#define DOORBELL_TESTS_HARNESS_WRAPPED_NAPS_H

#include <stddef.h>

/* How many there were. */
size_t naps_count(void);

/* From now on each thread calls this before it naps; NULL for nothing.  Set it
 * while no thread is about to nap.
 */
void naps_do(void (*before)(void *context), void *context);

#endif
