/* How a schedule ends when no thread can go on.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_EXPLORE_ORACLES_ENDING_H
#define DOORBELL_EXPLORE_ORACLES_ENDING_H

/* Returns when all threads have ended; else fails with a deadlock, or with a
 * livelock when a thread still polls, and says which waits for what.
 */
void ending_judge(void);

#endif
