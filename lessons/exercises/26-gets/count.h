/* A trace of queue_get: a file that includes it is counted.
 * SPDX-License-Identifier: MIT
 */
#ifndef COUNT_H
#define COUNT_H

/* How many calls of queue_get count.c has seen. */
int n_gets_seen(void);

#endif
