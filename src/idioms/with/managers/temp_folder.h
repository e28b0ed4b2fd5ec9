/* A temporary folder, gone with all that is in it when the block is left.
 * SPDX-License-Identifier: MIT
 *
 *     with (temp_folder, t, .error = &error) {
 *         snprintf(path, sizeof(path), "%s/x", t->path);
 *         ...
 *     }
 */
#ifndef DOORBELL_WITH_MANAGERS_TEMP_FOLDER_H
#define DOORBELL_WITH_MANAGERS_TEMP_FOLDER_H

#include "with.h"

struct temp_folder {
    enum with_at at;
    int *error; /* or NULL; why it was not made, or is still there */
    char path[256];
};

/* Makes it below $TMPDIR, or /tmp, for this user only; ENAMETOOLONG when that has
 * no room in path.  Links in it are removed, and not
 * what they point to; file systems mounted in it are left alone.
 */
void temp_folder_manage(struct temp_folder *t);
MANAGER(temp_folder)

#endif
