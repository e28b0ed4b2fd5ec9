/* The calls for files among those that can be made to fail.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/types.h>

#include "fail.h"
#include "fail_now.h"

/* With an errno in place of a result. */
static int
fails_with(int error)
{
    errno = error;
    return -1;
}

/* The mode is read whether it was given or not: it is ignored then. */
WRAP(int, openat, int folder, const char *path, int flags, mode_t mode)
{
    return fail_now(FAIL_OPENAT) ? fails_with(EMFILE)
                                 : __real_openat(folder, path, flags, mode);
}

WRAP(ssize_t, read, int fd, void *bytes, size_t n)
{
    return fail_now(FAIL_READ) ? fails_with(EIO) : __real_read(fd, bytes, n);
}

WRAP(ssize_t, write, int fd, const void *bytes, size_t n)
{
    if (fail_now(FAIL_WRITE))
        return fails_with(ENOSPC);
    return __real_write(fd, bytes, fail_now(FAIL_SHORT) ? (n + 1) / 2 : n);
}

WRAP(int, fsync, int fd)
{
    return fail_now(FAIL_FSYNC) ? fails_with(EIO) : __real_fsync(fd);
}

WRAP(int, close, int fd)
{
    int error = __real_close(fd);

    return fail_now(FAIL_CLOSE) ? fails_with(EIO) : error;
}

WRAP(int, renameat, int from_folder, const char *from, int to_folder,
     const char *to)
{
    return fail_now(FAIL_RENAMEAT)
               ? fails_with(EXDEV)
               : __real_renameat(from_folder, from, to_folder, to);
}
