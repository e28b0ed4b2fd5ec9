/* Exercise 10: two workers that get from each other.
 * SPDX-License-Identifier: MIT
 *
 * No other thread puts anything.  Each is to get three items, and nothing is to
 * be left.
 */
#include "crossed.h"

void
run(struct worker *w)
{
    for (int i = 0; i < N_ROUNDS; i++) {
        get_from_left(w);
        put_to_right(w);
    }
}
