/* The spin lock, taken over.
 * SPDX-License-Identifier: MIT
 */
#include "hooks/take_over.h"

TAKE_OVER(int, pthread_spin_lock, (pthread_spinlock_t * lock), (lock))
TAKE_OVER(int, pthread_spin_trylock, (pthread_spinlock_t * lock), (lock))
TAKE_OVER(int, pthread_spin_unlock, (pthread_spinlock_t * lock), (lock))
