/* A whole program as what is explored: its main is the first thread.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_EXPLORE_LOAD_PROGRAM_H
#define DOORBELL_EXPLORE_LOAD_PROGRAM_H

/* For engine_run; the argument is a struct target with a main.  A status
 * other than 0 is a fault, be it returned or given to exit.
 */
void *program_run(void *target);

#endif
