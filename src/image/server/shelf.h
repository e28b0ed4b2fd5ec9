/* The photos that the server has: a folder of them, or made up in memory.
 * SPDX-License-Identifier: MIT
 *
 * Filled before the server starts, read-only from then on: any thread may
 * take from it.
 */
#ifndef DOORBELL_IMAGE_SERVER_SHELF_H
#define DOORBELL_IMAGE_SERVER_SHELF_H

#include <stddef.h>
#include <stdint.h>

#include "image/folder.h"
#include "image/server/body.h"
#include "image/jpeg/size.h"

struct shelf {
    size_t n_photos;
    struct folder folder; /* fd < 0: in memory */
    char **names;         /* in the folder, sorted */
    struct body *photos;  /* in memory */
};

/* An empty shelf. */
void shelf_init(struct shelf *s);
void shelf_destroy(struct shelf *s);

/* Fills it with the JPEG files of a folder.  Returns 0 or an error number;
 * ENOENT when there is none in it.
 */
int shelf_open(struct shelf *s, const char *path);

/* Fills it with made-up photos. */
int shelf_generate(struct shelf *s, size_t count, struct size size,
                   uint64_t seed);

/* Takes the photo with that name; or, for a number and ".jpg", the one at
 * that place, and round again past the last.  Returns 0, ENOENT or another
 * error number.  The body is for body_close.
 */
int shelf_take(const struct shelf *s, const char *name, struct body *body);

#endif
