/* A flag that is set where no lock may be taken: what your flag.c does.
 * SPDX-License-Identifier: MIT
 *
 * The program is in judge.c: main begins, makes a thread that sets, perhaps
 * several times, and waits.
 */
#ifndef FLAG_H
#define FLAG_H

/* Is called once, before all others. */
void begin(void);

/* Sets the flag.  It runs where it must not wait, as in the handler of a signal:
 * it may not lock a mutex.
 */
void set(void);

/* Returns only once the flag is set, and sleeps until then. */
void wait_until_set(void);

#endif
