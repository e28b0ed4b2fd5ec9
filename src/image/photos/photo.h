/* Photos to work on, made up: as large and as compressible as real ones.
 * SPDX-License-Identifier: MIT
 *
 * A struct camera belongs to one thread at a time.  Photo k of a seed is the
 * same bytes whenever, and whatever was taken before it.
 */
#ifndef DOORBELL_IMAGE_PHOTOS_PHOTO_H
#define DOORBELL_IMAGE_PHOTOS_PHOTO_H

#include <stddef.h>
#include <stdint.h>
#include <turbojpeg.h>

#include "image/photos/scene.h"

struct camera {
    struct noise noise;
    struct scene scene;
    uint64_t seed;
    unsigned char *rgb;  /* the pixels of the last photo */
    unsigned char *jpeg; /* and its bytes, */
    size_t room;         /* in as much memory */
    tjhandle encoder;
};

/* Returns 0 or ENOMEM. */
int camera_init(struct camera *c, struct size size, uint64_t seed);
void camera_destroy(struct camera *c);

/* Takes photo number: stores where its JPEG is, which stays the camera's and
 * is good until the next photo, and how long.  Returns 0, or EIO when it
 * cannot be encoded.
 */
int camera_shoot(struct camera *c, size_t number, const unsigned char **jpeg,
                 size_t *n_bytes);

#endif
