/* Holds threads up between the calls of a program, so that what goes wrong in
 * one run of ten thousand goes wrong in one of ten.
 * SPDX-License-Identifier: MIT
 *
 * A fault of order needs a thread to be held up between two calls for as long
 * as another takes to come by.  The kernel does that seldom; this does it
 * often, and in a place that the seed chooses:
 *
 *   even  whichever thread comes to the nth point of the run is held up there
 *         until all others wait; n grows by one every fourth seed
 *   odd   at one point of four a thread naps, until others have passed a few, or
 *         until all others wait
 *
 * and whether a new thread goes first or its parent, and in which order those go
 * that wait for their parent, changes from seed to seed.  So a small program is
 * tried at one point after the other (delay bounding: Emmi, Qadeer, Rakamaric,
 * "Delay-Bounded Scheduling", POPL 2011), and a large one with noise (Edelstein,
 * Farchi, Nir, Ratsaby, Ur, "Multithreaded Java program test generation", IBM
 * Systems Journal 41(1), 2002).
 *
 * How long a thread is held up does not depend on how fast the machine is: until
 * the others have got somewhere.  Only where they compute, or wait for what is
 * not seen, a tenth of a second ends it.
 */
#ifndef DOORBELL_WHYHANG_SHAKE_SHAKE_H
#define DOORBELL_WHYHANG_SHAKE_SHAKE_H

#include <pthread.h>

/* Once, before there are threads: WHYHANG_SHAKE in the environment is the
 * seed; without it nothing is shaken.
 */
void shake_begin(void);

/* A point: before a call, and after one.  The calling thread goes on at once,
 * or later.  Leaves errno alone.  Costs one branch where nothing is shaken.
 */
void shake(void);

/* The same, where a wait for a condition has just ended, with the mutex locked.
 * One that is held up there gives the mutex back meanwhile: to others it is as if
 * the wake-up had come so late.
 */
void shake_woken(pthread_mutex_t *mutex);

/* The same, where a thread starts, and where its parent has made it. */
void shake_start(void);
void shake_made(void);

#endif
