/* Where in the source an address of code is.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_PLACE_PLACE_H
#define DOORBELL_PLACE_PLACE_H

#include <stddef.h>

struct place {
    char function[64];
    char file[64]; /* without folders; "" when there is no debug information */
    unsigned line;
    char text[160]; /* the line itself; "" when the file is not there */
};

/* Of the call before the address to which it returns; by addr2line.  The
 * place is kept, and belongs to this function.  Never NULL.
 */
const struct place *place_of(const void *return_to);

/* Writes the name of the first argument in the place's text that is an address:
 * "not_empty" of "wait(&q->not_empty, &q->lock)".  Nothing if there is none.
 */
void place_argument(const struct place *place, char *name, size_t size);

#endif
