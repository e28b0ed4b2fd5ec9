/* Two workers that get from each other, and put first.
 * SPDX-License-Identifier: MIT
 */
#include "crossed.h"

void
run(struct worker *w)
{
    for (int i = 0; i < N_ROUNDS; i++) {
        put_to_right(w);
        get_from_left(w);
    }
}
