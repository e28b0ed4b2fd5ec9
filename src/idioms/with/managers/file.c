/* A file that is closed on the way out.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>

#include "file.h"

static void
tell(const struct file *f, int error)
{
    if (f->error && *f->error == 0)
        *f->error = error;
}

FILE *
file_enter(struct file *f)
{
    f->stream = fopen(f->path, f->mode);
    if (!f->stream)
        tell(f, errno);
    return f->stream;
}

void
file_leave(struct file *f)
{
    if (!f->stream)
        return;
    if (ferror(f->stream))
        tell(f, EIO); /* some write failed; the reason is gone */
    if (fclose(f->stream))
        tell(f, errno);
}
