/* What the player sees of a position.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_EXPLORE_PLAY_TERMINAL_VIEW_H
#define DOORBELL_EXPLORE_PLAY_TERMINAL_VIEW_H

#include <stdbool.h>
#include <stddef.h>

#include "explore/tell/page.h"
#include "explore/play/position.h"

/* What the thread is about to do, or why it cannot go on. */
void view_step(struct position *p, unsigned task, char *words, size_t size);

/* "file.c:24 put", or nothing when the thread has ended or the place is not known. */
void view_place(unsigned task, char *words, size_t size);

/* Adds the threads: side by side where they fit, else a line each. */
void view_threads(struct page *page, struct position *p, bool side_by_side);

/* Adds what is held, counted, watched and queued, each if there is any. */
void view_objects(struct page *page, const struct position *p);

/* Adds the moves that have letters. */
void view_letters(struct page *page, struct position *p);

/* Adds the end of the story so far, in at most so many lines. */
void view_story(struct page *page, const struct position *p, size_t rows);

#endif
