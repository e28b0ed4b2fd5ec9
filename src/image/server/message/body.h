/* The body of a reply: bytes in memory or in a file.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_IMAGE_SERVER_MESSAGE_BODY_H
#define DOORBELL_IMAGE_SERVER_MESSAGE_BODY_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

struct body {
    const unsigned char *bytes; /* not the body's own; or NULL, and then */
    int fd;                     /* the file, which is */
    size_t n_bytes;
};

/* Copies up to n bytes from position on.  Returns how many, or -1 when the
 * file cannot be read or has become shorter.
 */
ssize_t body_read(const struct body *b, uint64_t position, void *to, size_t n);

void body_close(struct body *b);

#endif
