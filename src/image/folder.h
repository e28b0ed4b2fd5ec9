/* A folder that files are safely written to and read from, by name.
 * SPDX-License-Identifier: MIT
 *
 * Nothing outside the folder is ever touched: names are checked, every call
 * goes through the folder's descriptor, and no symbolic link in it is
 * followed.  A file appears whole or not at all: it is written under a
 * hidden name, synced, and renamed.
 *
 * A folder may be shared between threads; a draft has one owner.  Functions
 * return 0 or an error number.
 */
#ifndef DOORBELL_IMAGE_FOLDER_H
#define DOORBELL_IMAGE_FOLDER_H

#include <stdbool.h>
#include <stddef.h>

struct folder {
    int fd;
};

/* Opens the folder at path and, when make is true, makes it before. */
int folder_open(struct folder *f, const char *path, bool make);
void folder_close(struct folder *f);

/* Whether a file in a folder may have the name: 1 to 255 bytes, no slash, no
 * control characters, no dot or dash at the start.
 */
bool folder_name_ok(const char *name);

/* A file on its way into the folder. */
struct draft {
    int folder_fd, fd;
    char name[32]; /* begins with a dot, so no folder_name_ok */
};

/* Begins a draft; ends in draft_commit or draft_drop. */
int draft_begin(struct draft *d, const struct folder *f);

/* Appends n bytes.  After an error the draft is still to be dropped. */
int draft_write(struct draft *d, const void *bytes, size_t n);

/* Syncs, closes and gives the draft its name, in the place of a file that
 * has it already.  On an error (EINVAL: the name) the draft is dropped.
 */
int draft_commit(struct draft *d, const char *name);

/* Removes the draft. */
void draft_drop(struct draft *d);

/* All of it: n bytes under name, or nothing. */
int folder_save(const struct folder *f, const char *name, const void *bytes,
                size_t n);

/* Opens the file with that name for reading: *fd is the caller's.  ENOENT
 * for a bad name too, and for what is not a regular file.
 */
int folder_find(const struct folder *f, const char *name, int *fd,
                size_t *n_bytes);

#endif
