/* The player's keys: from a terminal, or as words from standard input.
 * SPDX-License-Identifier: MIT
 *
 * On a terminal each key counts at once, and the terminal is given back as it was
 * at exit and when a signal ends the program.  Elsewhere the input is words:
 * undo, restart, hint, save, what, quit; each other word is a row of keys.
 */
#ifndef DOORBELL_EXPLORE_PLAY_TERMINAL_INPUT_H
#define DOORBELL_EXPLORE_PLAY_TERMINAL_INPUT_H

#include <stdbool.h>
#include <stddef.h>

enum { KEY_END = -1, KEY_REDRAW = -2 };

/* Takes the terminal, if input and output are one; returns whether. */
bool input_begin(void);
void input_end(void);

/* The next key; KEY_END at the end of the input, KEY_REDRAW when the terminal has
 * changed its size.
 */
int input_next(void);

/* How large the terminal is. */
void input_size(size_t *rows, size_t *columns);

#endif
