/* What makes one page's program differ from the others': its words.
 * SPDX-License-Identifier: MIT
 *
 * polling.c, blocking.c and sequential.c each hold one; main.c is compiled
 * against each.
 */
#ifndef DOORBELL_PROGRAM_SLIDE_H
#define DOORBELL_PROGRAM_SLIDE_H

#include <stdbool.h>
#include <stddef.h>

struct slide {
    const char *about; /* for --help */
    /* The first line of the report, in printf form, as the slides print it:
     * takes the items that finished and the polls, both size_t.
     */
    const char *line;
    const int
        *unused;   /* keys of options without a meaning here, 0 at the end */
    bool is_woken; /* how its workers wait at a server: else they nap */
};

extern const struct slide slide;

#endif
