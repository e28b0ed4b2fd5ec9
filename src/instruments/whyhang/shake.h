/* Naps at random between the calls of a program, so that what goes wrong in
 * one run of ten thousand goes wrong in one of ten.
 * SPDX-License-Identifier: MIT
 *
 * A fault of order needs a thread to be held up between two calls for as long
 * as another takes to come by.  The kernel does that seldom; this does it
 * often, and in a place that the seed chooses.  The idea is that of noise
 * making: Edelstein, Farchi, Nir, Ratsaby, Ur, "Multithreaded Java program
 * test generation", IBM Systems Journal 41(1), 2002.
 */
#ifndef DOORBELL_WHYHANG_SHAKE_H
#define DOORBELL_WHYHANG_SHAKE_H

/* Once, before there are threads: WHYHANG_SHAKE in the environment is the
 * seed; without it nothing is shaken.
 */
void shake_begin(void);

/* Before a call: the calling thread goes on at once, or naps for up to 2 ms.
 * Costs one branch where nothing is shaken.
 */
void shake(void);

#endif
