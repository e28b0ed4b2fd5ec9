/* The body of a reply.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "image/server/message/body.h"

ssize_t
body_read(const struct body *b, uint64_t position, void *to, size_t n)
{
    ssize_t n_read;

    if (n > b->n_bytes - position)
        n = b->n_bytes - position;
    if (b->bytes) {
        memcpy(to, b->bytes + position, n);
        return (ssize_t)n;
    }
    do
        n_read = pread(b->fd, to, n, (off_t)position);
    while (n_read < 0 && errno == EINTR);
    return n_read > 0 ? n_read : -1;
}

void
body_close(struct body *b)
{
    if (!b->bytes)
        close(b->fd);
}
