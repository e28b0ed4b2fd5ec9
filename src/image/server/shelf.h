/* The photos that the server has: a folder of them, or made up in memory.
 * SPDX-License-Identifier: MIT
 *
 * Filled, or begun to be, before the server starts; then any thread may take.
 */
#ifndef DOORBELL_IMAGE_SERVER_SHELF_H
#define DOORBELL_IMAGE_SERVER_SHELF_H

#include <stddef.h>
#include <stdint.h>

#include "image/folder.h"
#include "image/server/album.h"
#include "image/server/message/body.h"

struct shelf {
    size_t n_photos;      /* of the folder */
    struct folder folder; /* fd < 0: in memory */
    char **names;         /* in the folder, sorted */
    struct album album;   /* in memory */
};

/* An empty shelf. */
void shelf_init(struct shelf *s);
void shelf_destroy(struct shelf *s);

/* Fills it with the JPEG files of a folder.  Returns 0 or an error number;
 * ENOENT when there is none in it.
 */
int shelf_open(struct shelf *s, const char *path);

/* Takes the photo with that name; or, for a number and ".jpg", the one at
 * that place, and round again past the last.  Returns 0, ENOENT or another
 * error number.  The body is for body_close.
 */
int shelf_take(struct shelf *s, const char *name, struct body *body);

#endif
