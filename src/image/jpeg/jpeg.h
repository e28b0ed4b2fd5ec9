/* JPEG to pixels and back, by TurboJPEG, with limits.
 * SPDX-License-Identifier: MIT
 *
 * A struct jpeg belongs to one thread at a time.  Its functions return 0 or
 * an error number, and then write why into reason (REASON_BYTES), in words
 * that fit behind the subject ("the photo" is not a JPEG).
 */
#ifndef DOORBELL_IMAGE_JPEG_JPEG_H
#define DOORBELL_IMAGE_JPEG_JPEG_H

#include <stdint.h>
#include <turbojpeg.h>

#include "image/jpeg/picture.h"
#include "image/jpeg/pixels.h"

struct jpeg {
    tjhandle decoder, encoder;
    char *reason; /* where why is written to */
};

/* Returns 0 or ENOMEM. */
int jpeg_open(struct jpeg *j, char *reason);
void jpeg_close(struct jpeg *j);

/* What decoding is to give, and what it may cost. */
struct jpeg_wish {
    struct size box;     /* for the upright picture */
    uint64_t max_pixels; /* of the picture as stored */
};

/* Decodes the bytes of picture into *pixels, which must be empty: at the
 * smallest scale that the decoder offers at which they still cover what fits
 * the box.  Stores the orientation, to which the pixels are not yet turned,
 * and the size that they should be scaled to before.
 *
 * EBADMSG: no JPEG, a broken one, or one cut short.  EFBIG: more pixels
 * than max_pixels, refused from the header, before memory is taken.
 * ENOTSUP: CMYK.  ENOMEM.  On each *pixels stays empty.
 */
int jpeg_decode(struct jpeg *j, const struct picture *picture,
                const struct jpeg_wish *wish, struct pixels *pixels,
                int *orientation, struct size *target);

/* Encodes the pixels, with a quality from 1 to 100, as the new bytes of
 * picture.  Returns 0, ENOMEM or EIO, and then the old bytes are still there.
 */
int jpeg_encode(struct jpeg *j, const struct pixels *pixels, int quality,
                struct picture *picture);

#endif
