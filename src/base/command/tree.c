/* A folder with all that is in it.
 * SPDX-License-Identifier: MIT
 */
#include <ftw.h>
#include <stdio.h>

#include "tree.h"

enum { OPEN_FOLDERS = 8 };

static int
remove_one(const char *path, const struct stat *status, int kind,
           struct FTW *where)
{
    (void)status, (void)kind, (void)where;
    return remove(path);
}

void
tree_remove(const char *folder)
{
    nftw(folder, remove_one, OPEN_FOLDERS, FTW_DEPTH | FTW_PHYS);
}
