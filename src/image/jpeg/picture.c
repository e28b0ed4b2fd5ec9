/* A picture as a file in memory.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "image/jpeg/picture.h"

enum { FIRST_ROOM = 64 * 1024 };

struct picture *
picture_new(void)
{
    return calloc(1, sizeof(struct picture));
}

void
picture_free(void *picture)
{
    struct picture *p = picture;

    if (!p)
        return;
    free(p->bytes);
    free(p);
}

/* Makes room for n bytes in all, at least doubling it. */
static int
grow(struct picture *p, size_t n)
{
    size_t room = p->room ? p->room : FIRST_ROOM;

    while (room < n)
        room = room <= SIZE_MAX / 2 ? room * 2 : n;
    unsigned char *bytes = realloc(p->bytes, room);
    if (!bytes)
        return ENOMEM;
    p->bytes = bytes;
    p->room = room;
    return 0;
}

int
picture_append(struct picture *p, const void *bytes, size_t n)
{
    if (n == 0)
        return 0;
    if (n > SIZE_MAX - p->n_bytes)
        return ENOMEM;
    if (p->n_bytes + n > p->room) {
        int error = grow(p, p->n_bytes + n);
        if (error)
            return error;
    }
    memcpy(p->bytes + p->n_bytes, bytes, n);
    p->n_bytes += n;
    return 0;
}

void
picture_set(struct picture *p, unsigned char *bytes, size_t n)
{
    unsigned char *fitting = realloc(bytes, n);

    free(p->bytes);
    p->bytes = fitting ? fitting : bytes;
    p->n_bytes = p->room = n;
    /* cppcheck-suppress memleak ; one of the two is the other's end */
}
