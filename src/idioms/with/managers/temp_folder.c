/* A temporary folder, written as one function with a yield in the middle.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>

#include "temp_folder.h"

enum { OPEN_FOLDERS = 16 };

static int
remove_one(const char *path, const struct stat *status, int kind,
           struct FTW *walk)
{
    (void)status, (void)kind, (void)walk;
    return remove(path);
}

static void
tell(const struct temp_folder *t, int error)
{
    if (t->error && *t->error == 0)
        *t->error = error;
}

static int
make(struct temp_folder *t)
{
    const char *below = getenv("TMPDIR");
    int length = snprintf(t->path, sizeof(t->path), "%s/doorbell-XXXXXX",
                          below && *below ? below : "/tmp");

    if ((size_t)length >= sizeof(t->path))
        return ENAMETOOLONG;
    return mkdtemp(t->path) ? 0 : errno;
}

void
temp_folder_manage(struct temp_folder *t)
{
    manage (t) {
        int error = make(t);
        if (error) {
            tell(t, error);
            return;
        }
        yield(t);
        if (nftw(t->path, remove_one, OPEN_FOLDERS,
                 FTW_DEPTH | FTW_PHYS | FTW_MOUNT))
            tell(t, errno);
    }
}
