/* Photos that are made up in memory, while they are asked for.
 * SPDX-License-Identifier: MIT
 *
 * A thread of the album's own makes one after the other, so that the server can
 * listen meanwhile; one that takes a photo which is not made yet waits for it.
 */
#ifndef DOORBELL_IMAGE_SERVER_ALBUM_H
#define DOORBELL_IMAGE_SERVER_ALBUM_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "image/photos/photo.h"
#include "image/server/message/body.h"
#include "image/jpeg/size.h"

struct album {
    struct body *photos; /* NULL: an album without any */
    size_t n_photos;
    struct camera camera; /* which the maker uses */
    pthread_t maker;
    pthread_mutex_t lock;
    pthread_cond_t changed;
    /* lock guards all of these: */
    size_t n_made;
    int error; /* with which the maker ended */
    bool ends;
};

void album_init(struct album *a);
void album_destroy(struct album *a);

/* Begins to make so many.  Returns 0 or an error number. */
int album_begin(struct album *a, size_t n, struct size size, uint64_t seed);

/* Makes no more; those that wait for one get ECANCELED. */
void album_end(struct album *a);

/* Takes photo i, below n_photos, when it is made; or an error number. */
int album_take(struct album *a, size_t i, struct body *body);

#endif
