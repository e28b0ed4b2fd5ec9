/* Holds the calling thread up until the others have got somewhere.
 * SPDX-License-Identifier: MIT
 *
 * Several that are held up may wait for each other only; then one of them goes
 * on.  A tenth of a second ends it in any case.
 */
#ifndef DOORBELL_WHYHANG_SHAKE_HOLD_H
#define DOORBELL_WHYHANG_SHAKE_HOLD_H

#include <stdatomic.h>

/* Of those that are held for nothing one goes on: of two depths the first named here,
 * and of one depth the first that came, or for NEWEST_FIRST the last.
 */
enum depth { OLDEST_FIRST, NEWEST_FIRST, DEEPLY };

/* Until the counter, which the others add to, has grown by n, or none of them
 * could go on.
 */
void hold_for(atomic_ulong *counter, unsigned long n);

/* Until none of them could go on, and the counter stands still. */
void hold_until_still(atomic_ulong *counter, enum depth depth);

#endif
