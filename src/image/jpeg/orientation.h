/* The Exif orientation: how a camera was held, and so how to turn a picture.
 * SPDX-License-Identifier: MIT
 *
 * Source: Exif 2.32 (CIPA DC-008), tag 0x0112.  It tells where row 0 and
 * column 0 of what is stored lie in the upright picture:
 *
 *     1 top, left     2 top, right     3 bottom, right  4 bottom, left
 *     5 left, top     6 right, top     7 right, bottom  8 left, bottom
 */
#ifndef DOORBELL_IMAGE_JPEG_ORIENTATION_H
#define DOORBELL_IMAGE_JPEG_ORIENTATION_H

#include <stdbool.h>
#include <stddef.h>

/* What makes a stored picture upright: transposed first (x and y exchanged),
 * then mirrored (left and right), then flipped (top and bottom).
 */
struct turn {
    bool transposed, mirrored, flipped;
};

/* The orientation, 1 to 8, that an Exif segment tells; 1 when it tells none,
 * a wrong one, or is broken.  Takes NULL.  Any thread may call it.
 */
int orientation_read(const unsigned char *exif, size_t n_bytes);

/* The turn for an orientation; none for a number that is not from 1 to 8. */
struct turn orientation_turn(int orientation);

#endif
