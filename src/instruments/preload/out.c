/* Text that goes to a descriptor, without an allocation.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

#include "preload/out.h"

enum { PIECE_BYTES = 1024 };

void
out_begin(struct out *out, int fd)
{
    out->fd = fd;
    out->error = 0;
    out->n = 0;
}

static void
flush(struct out *out)
{
    for (size_t done = 0; done < out->n && !out->error;) {
        ssize_t n = write(out->fd, out->bytes + done, out->n - done);
        if (n >= 0)
            done += (size_t)n;
        else if (errno != EINTR)
            out->error = errno;
    }
    out->n = 0;
}

static void
add(struct out *out, const char *format, va_list arguments)
{
    if (out->n + PIECE_BYTES > sizeof(out->bytes))
        flush(out);
    int n = vsnprintf(out->bytes + out->n, PIECE_BYTES, format, arguments);
    if (n > 0)
        out->n += n < PIECE_BYTES ? (size_t)n : PIECE_BYTES - 1;
}

void
out_print(struct out *out, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    add(out, format, arguments);
    va_end(arguments);
}

void
out_row(struct out *out, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    add(out, format, arguments);
    va_end(arguments);
}

int
out_end(struct out *out)
{
    flush(out);
    return out->error;
}
