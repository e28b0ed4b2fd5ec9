/* Where in the source an address of the explored code is.
 * SPDX-License-Identifier: MIT
 */
#ifndef PLACE_H
#define PLACE_H

#include <stddef.h>

enum { FRAMES_MAX = 5 };

/* The calls that lead to here, in explored code, innermost first. */
struct frames {
    const void *return_to[FRAMES_MAX];
};

struct place {
    char function[64];
    char file[64]; /* without folders; "" when there is no debug information */
    unsigned line;
    char text[160]; /* the line itself; "" when the file is not there */
};

/* Of the calling thread. */
struct frames frames_here(void);

/* Of the call before the address to which it returns; by addr2line.  The
 * place is kept, and belongs to this function.  Never NULL.
 */
const struct place *place_of(const void *return_to);

#endif
