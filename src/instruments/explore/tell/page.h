/* A page of text that fits the terminal: its lines.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_EXPLORE_TELL_PAGE_H
#define DOORBELL_EXPLORE_TELL_PAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

enum { PAGE_ROWS = 24, PAGE_COLUMNS = 80 };

struct page {
    char lines[PAGE_ROWS][PAGE_COLUMNS + 1];
    size_t n;
};

/* Adds one line, cut where the page ends; false when the page is full. */
__attribute__((format(printf, 2, 3))) bool page_add(struct page *page,
                                                    const char *format, ...);

/* Adds a text on up to `rows` lines, broken at blanks. */
void page_fold(struct page *page, size_t rows, const char *text);

/* Draws it over what the terminal shows, in so many rows and columns. */
void page_draw(const struct page *page, size_t rows, size_t columns, FILE *out);

/* Prints its lines, one below the other. */
void page_print(const struct page *page, FILE *out);

#endif
