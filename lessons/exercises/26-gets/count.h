/* A trace of queue_get, to be included by whoever wants to be counted.
 * SPDX-License-Identifier: MIT
 */
#ifndef COUNT_H
#define COUNT_H

/* How many calls of queue_get count.c has seen. */
int n_gets_seen(void);

#endif
