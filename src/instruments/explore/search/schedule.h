/* A schedule in writing: the ID by which it can be run again.
 * SPDX-License-Identifier: MIT
 *
 * A letter for each step: the thread that makes it, a being the first, and A
 * the one behind z.  A number behind it says how often in a row: "a3b" is
 * aaab.  A variant other than 0 is behind a dot, and then the number behind
 * an x: "b.1", "c.2x4".  In front is which calls are steps: nothing, + when
 * all waits and signals are, ^ when all unlocks are too, * when all calls are
 * that another thread could see.  Blanks, and all from a # to the end of its
 * line, are passed over.
 */
#ifndef DOORBELL_EXPLORE_SEARCH_SCHEDULE_H
#define DOORBELL_EXPLORE_SEARCH_SCHEDULE_H

#include <stddef.h>
#include <stdio.h>

#include "explore/search/search.h"

/* The letter of a task. */
int schedule_letter(unsigned task);

/* Writes the steps as an ID; what is a step is the engine's setting. */
void schedule_write(const struct choice *steps, size_t n, FILE *out);

/* Reads an ID into *steps, which the caller frees, and sets the
 * engine; dies when it is none.
 */
void schedule_read(const char *id, struct choice **steps, size_t *n);

/* The text of a file with a schedule in it, to be freed; dies without it. */
char *schedule_load(const char *path);

#endif
