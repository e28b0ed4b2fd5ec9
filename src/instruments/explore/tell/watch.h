/* Variables of what is explored, whose values its story tells.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_EXPLORE_TELL_WATCH_H
#define DOORBELL_EXPLORE_TELL_WATCH_H

#include <stddef.h>
#include <stdint.h>

enum { WATCHES_MAX = 8 };

/* Finds the globals of the loaded file, by nm: their names, parted by commas.
 * Dies with EXIT_USAGE when the file has no such variable, or one that is no
 * whole number of 1, 2, 4 or 8 bytes.
 */
void watch_find(const char *path, const char *names);

size_t watch_count(void);
const char *watch_name(size_t i);

/* What it is now, and the same in words: "size = 3". */
int64_t watch_value(size_t i);
void watch_write(size_t i, char *words, size_t size);

#endif
