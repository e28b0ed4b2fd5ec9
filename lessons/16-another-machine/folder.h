/* A queue between processes that needs no server: a file for each item.
 * SPDX-License-Identifier: MIT
 *
 * put makes a file in the folder "ready", get moves it to the folder "taken".
 */
#ifndef FOLDER_H
#define FOLDER_H

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "die.h"

struct folder {
    char path[64], ready[80], taken[80];
};

static inline void
folder_make(struct folder *f)
{
    snprintf(f->path, sizeof(f->path), "/tmp/doorbell-folder-XXXXXX");
    if (!mkdtemp(f->path))
        die("no folder in /tmp: %s", strerror(errno));
    snprintf(f->ready, sizeof(f->ready), "%s/ready", f->path);
    snprintf(f->taken, sizeof(f->taken), "%s/taken", f->path);
    if (mkdir(f->ready, 0700) || mkdir(f->taken, 0700))
        die("'%s': %s", f->path, strerror(errno));
}

static inline void
folder_put(const struct folder *f, const char *item)
{
    char path[400];

    snprintf(path, sizeof(path), "%s/%s", f->ready, item);
    int fd = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
    if (fd < 0)
        die("'%s': %s", path, strerror(errno));
    close(fd);
}

/* Moves one file from a folder to another; its name is the item. */
static inline bool
folder_move(const char *from, const char *to, char *item, size_t size)
{
    char source[400], target[400];
    struct dirent *entry;
    bool moved = false;
    DIR *files = opendir(from);

    while (files && !moved && (entry = readdir(files))) {
        if (entry->d_name[0] == '.')
            continue;
        snprintf(item, size, "%s", entry->d_name);
        snprintf(source, sizeof(source), "%s/%s", from, entry->d_name);
        snprintf(target, sizeof(target), "%s/%s", to, entry->d_name);
        moved = rename(source, target) == 0; /* or another one was faster */
    }
    if (files)
        closedir(files);
    return moved;
}

static inline void
folder_done(const struct folder *f, const char *item)
{
    char path[400];

    snprintf(path, sizeof(path), "%s/%s", f->taken, item);
    unlink(path);
}

static inline void
folder_remove(const struct folder *f)
{
    char item[256];

    while (folder_move(f->ready, f->taken, item, sizeof(item)))
        continue;
    while (folder_move(f->taken, f->path, item, sizeof(item))) {
        char path[400];
        snprintf(path, sizeof(path), "%s/%s", f->path, item);
        unlink(path);
    }
    rmdir(f->ready);
    rmdir(f->taken);
    rmdir(f->path);
}

#endif
