/* A file that is closed on the way out, and tells whether that went well.
 * SPDX-License-Identifier: MIT
 *
 *     int error = 0;
 *     with (file, f, .path = "x", .mode = "w", .error = &error) {
 *         fprintf(f, "do something\n");
 *     }
 *     if (error) ...       not opened, a write that failed, a failing close
 *
 * Python's close raises; a clean-up in C returns nothing, and the value of a
 * `return` inside the block is made before it runs.  So the error goes to an
 * int that outlives the block, and only a look there after the block sees all.
 */
#ifndef DOORBELL_WITH_MANAGERS_FILE_H
#define DOORBELL_WITH_MANAGERS_FILE_H

#include <stdio.h>

#include "with.h"

struct file {
    enum with_at at;
    const char *path, *mode; /* as for fopen */
    int *error; /* or NULL; the first error that happens is stored here */
    FILE *stream;
};

FILE *file_enter(struct file *f);
void file_leave(struct file *f);

#endif
