/* A folder that files are safely written to and read from, by name.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include "image/folder.h"

int
folder_open(struct folder *f, const char *path, bool make)
{
    f->fd = -1;
    if (make && mkdir(path, 0777) && errno != EEXIST)
        return errno;
    f->fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    return f->fd < 0 ? errno : 0;
}

void
folder_close(struct folder *f)
{
    if (f->fd >= 0)
        close(f->fd);
    f->fd = -1;
}

bool
folder_name_ok(const char *name)
{
    size_t length = strlen(name);

    if (length == 0 || length > NAME_MAX || *name == '.' || *name == '-')
        return false;
    for (const char *c = name; *c; c++)
        if (*c == '/' || (unsigned char)*c < ' ' || *c == 127)
            return false;
    return true;
}

/* The hidden name is random, so that neither threads nor processes meet. */
int
draft_begin(struct draft *d, const struct folder *f)
{
    uint64_t random;

    ssize_t n = getrandom(&random, sizeof(random), 0);
    if (n != sizeof(random))
        return n < 0 ? errno : EIO;
    snprintf(d->name, sizeof(d->name), ".part-%016" PRIx64, random);
    d->folder_fd = f->fd;
    d->fd = openat(f->fd, d->name,
                   O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
    return d->fd < 0 ? errno : 0;
}

int
draft_write(struct draft *d, const void *bytes, size_t n)
{
    const char *at = bytes;

    while (n > 0) {
        ssize_t written = write(d->fd, at, n);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return errno;
        at += written;
        n -= (size_t)written;
    }
    return 0;
}

void
draft_drop(struct draft *d)
{
    if (d->fd >= 0)
        close(d->fd);
    d->fd = -1;
    unlinkat(d->folder_fd, d->name, 0);
}

int
draft_commit(struct draft *d, const char *name)
{
    int error = folder_name_ok(name) ? 0 : EINVAL;

    if (!error && fsync(d->fd))
        error = errno;
    if (close(d->fd) && !error)
        error = errno;
    d->fd = -1;
    if (!error && renameat(d->folder_fd, d->name, d->folder_fd, name))
        error = errno;
    if (error)
        draft_drop(d);
    return error;
}

int
folder_save(const struct folder *f, const char *name, const void *bytes,
            size_t n)
{
    struct draft d = {.fd = -1};
    int error = draft_begin(&d, f);

    if (error)
        return error;
    error = draft_write(&d, bytes, n);
    if (!error)
        return draft_commit(&d, name);
    draft_drop(&d);
    return error;
}

/* O_NONBLOCK, lest a FIFO of that name holds us up. */
int
folder_find(const struct folder *f, const char *name, int *fd, size_t *n_bytes)
{
    struct stat status;

    if (!folder_name_ok(name))
        return ENOENT;
    *fd = openat(f->fd, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (*fd < 0)
        return errno == ELOOP ? ENOENT : errno;
    if (!fstat(*fd, &status) && S_ISREG(status.st_mode)) {
        *n_bytes = (size_t)status.st_size;
        return 0;
    }
    close(*fd);
    *fd = -1;
    return ENOENT;
}
