/* The steps of a send, each of which may fail; your send.c makes them.
 * SPDX-License-Identifier: MIT
 *
 * check.c has them, and lets one fail in each of its runs.  What returns an int
 * returns 0 or an error number; what returns an item, NULL when it fails, and
 * then `send` returns ENOMEM.
 */
#ifndef SEND_H
#define SEND_H

#include <errno.h>

struct place; /* what is locked: the sender's own, and the queue's */
extern struct place mine, theirs;

int place_lock(struct place *p); /* EOWNERDEAD: not locked */
void place_unlock(struct place *p);

char *item_make(void);
char *item_copy(const char *item); /* for the log */
void item_drop(char *item);

int queue_item(char *item); /* 0: it is the queue's now; EPIPE: still yours */
int log_item(char *copy);   /* EIO; the copy stays yours */

/* Locks mine and theirs, makes an item and a copy, logs the copy, queues the
 * item, drops the copy and unlocks both.  Returns 0, or the first error; then
 * nothing is left locked, and nothing made but not dropped.
 */
int send_item(void);

#endif
