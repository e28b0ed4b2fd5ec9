/* Pixels in memory: rows of RGB triples, scaled and turned.
 * SPDX-License-Identifier: MIT
 *
 * A struct pixels that is all zero is an empty one.  No function keeps what
 * it is given; any thread may call them, each on pixels of its own.
 */
#ifndef DOORBELL_IMAGE_JPEG_PIXELS_H
#define DOORBELL_IMAGE_JPEG_PIXELS_H

#include <stddef.h>

#include "image/jpeg/size.h"

enum { PIXEL_BYTES = 3 };

struct pixels {
    unsigned char *rgb; /* from malloc; no gap between rows */
    struct size size;
};

/* Takes memory for the size.  Returns 0 or ENOMEM. */
int pixels_init(struct pixels *p, struct size size);

/* Gives the memory back; the pixels are empty then. */
void pixels_destroy(struct pixels *p);

/* Makes *to, which must be empty, a copy of *from in another size; returns 0
 * or ENOMEM with *to empty.
 */
int pixels_scale(const struct pixels *from, struct size size,
                 struct pixels *to);

/* The same for a copy turned as an Exif orientation from 1 to 8 says, so
 * that *to is upright.
 */
int pixels_turn(const struct pixels *from, int orientation, struct pixels *to);

/* The place of a pixel. */
static inline unsigned char *
pixels_at(const struct pixels *p, int x, int y)
{
    return p->rgb + ((size_t)y * (size_t)p->size.width + (size_t)x) * 3;
}

#endif
