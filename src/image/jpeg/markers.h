/* The markers of a JPEG: what it claims to be, before any memory is taken.
 * SPDX-License-Identifier: MIT
 *
 * A JPEG is a row of segments, each with a marker and a length, and the
 * compressed data between them.  A decoder takes memory for the size that
 * the header claims and time for each scan, so a few bytes can ask for
 * gigabytes or hours.  The walk reads every marker once, in time linear in
 * the file, takes no memory, and believes no length.
 */
#ifndef DOORBELL_IMAGE_JPEG_MARKERS_H
#define DOORBELL_IMAGE_JPEG_MARKERS_H

#include <stddef.h>

#include "image/jpeg/size.h"

/* Progressive files in use have about ten. */
enum { SCANS_MAX = 100 };

struct markers {
    struct size size;
    int n_components; /* 1 grey, 3 colour, 4 CMYK */
    size_t n_scans;
    const unsigned char *exif; /* the first Exif segment, or NULL */
    size_t exif_bytes;         /* below 64 KiB, as the length is 16 bit */
};

/* Walks from the start to the end marker.  Returns NULL, or why this cannot
 * be a whole JPEG.  m->exif points into bytes.  Any thread may call it.
 */
const char *markers_read(const unsigned char *bytes, size_t n_bytes,
                         struct markers *m);

#endif
