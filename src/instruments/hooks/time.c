/* Sleep, yield and the clock, taken over.
 * SPDX-License-Identifier: MIT
 */
#include <sched.h>

#include "hooks/take_over.h"

TAKE_OVER(int, nanosleep,
          (const struct timespec *duration, struct timespec *left),
          (duration, left))
TAKE_OVER(int, clock_nanosleep,
          (clockid_t clock, int flags, const struct timespec *until,
           struct timespec *left),
          (clock, flags, until, left))
TAKE_OVER(int, usleep, (useconds_t us), (us))
TAKE_OVER(unsigned, sleep, (unsigned seconds), (seconds))
TAKE_OVER(int, sched_yield, (void), ())
TAKE_OVER(int, clock_gettime, (clockid_t clock, struct timespec *now),
          (clock, now))
