/* The barrier, taken over.
 * SPDX-License-Identifier: MIT
 */
#include "hooks/take_over.h"

TAKE_OVER(int, pthread_barrier_wait, (pthread_barrier_t * barrier), (barrier))
