/* Two workers that get from each other: what your crossed.c does.
 * SPDX-License-Identifier: MIT
 *
 * The program is in judge.c: two queues with room for one, and two threads, each
 * of which has its left and its right the other way round.
 */
#ifndef CROSSED_H
#define CROSSED_H

enum { N_ROUNDS = 3 };

struct worker;

/* Both wait as long as they must. */
void get_from_left(struct worker *w);
void put_to_right(struct worker *w);

/* What each of the two threads does: N_ROUNDS items are to be got. */
void run(struct worker *w);

#endif
