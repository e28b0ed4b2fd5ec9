/* Long lines, in lines that fit the terminal.
 * SPDX-License-Identifier: MIT
 *
 *     FILE *out = fold_begin(&fold, width, "");
 *     fprintf(out, ...);
 *     fold_end(&fold);                to stdout
 */
#ifndef DOORBELL_EXPLORE_TELL_COLUMNS_FOLD_H
#define DOORBELL_EXPLORE_TELL_COLUMNS_FOLD_H

#include <stdio.h>

struct fold {
    FILE *out;
    size_t width, size;
    const char *mark;
    char *text;
};

/* What is written to the stream goes to stdout at fold_end.  A line that is
 * longer than width is broken at a blank; mark ends each line but the last of
 * it, and the others begin with four blanks more than the first.  A width of 0
 * leaves all lines as they are.
 */
FILE *fold_begin(struct fold *f, size_t width, const char *mark);
void fold_end(struct fold *f);

#endif
