/* A story in columns, one a thread.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_EXPLORE_TELL_COLUMNS_COLUMNS_H
#define DOORBELL_EXPLORE_TELL_COLUMNS_COLUMNS_H

#include <stdio.h>

#include "explore/tell/record.h"

void columns_write(const struct record *r, size_t width, FILE *out);

/* Of a deadlock or livelock: what each waits for, and what could have woken it. */
void stuck_write(const struct record *r, FILE *out);

/* The thread that a signal has woken, or EVENT_NOBODY. */
int line_wakes(const struct record *r, const struct line *line);

/* What the line says: "locks lock", "signals not_empty, wakes consumer-0". */
void line_words(const struct record *r, const struct line *line, char *words,
                size_t size);

#endif
