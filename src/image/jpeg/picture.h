/* A picture as a file in memory: what travels at item->data.
 * SPDX-License-Identifier: MIT
 *
 * The download stage makes it and hangs it into the item with picture_free
 * as its release; the resize stage exchanges the bytes; the upload stage
 * reads them.  The thread that holds the item holds the picture: there is no lock.
 */
#ifndef DOORBELL_IMAGE_JPEG_PICTURE_H
#define DOORBELL_IMAGE_JPEG_PICTURE_H

#include <stddef.h>

struct picture {
    unsigned char *bytes; /* from malloc, or NULL */
    size_t n_bytes;
    size_t room; /* how many bytes fit before it must grow */
};

/* An empty picture, or NULL when there is no memory. */
struct picture *picture_new(void);

/* Gives back the picture and its bytes; takes NULL too. */
void picture_free(void *picture);

/* Appends n bytes.  Returns 0, or ENOMEM with the picture unchanged. */
int picture_append(struct picture *p, const void *bytes, size_t n);

/* Makes n bytes, at least 1, the picture's own, and frees those it had.  They
 * must come from malloc; what was taken beyond n is given back.
 */
void picture_set(struct picture *p, unsigned char *bytes, size_t n);

#endif
