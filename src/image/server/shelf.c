/* The photos that the server has.
 * SPDX-License-Identifier: MIT
 */
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "image/server/shelf.h"
#include "parse.h"

void
shelf_init(struct shelf *s)
{
    *s = (struct shelf){.folder = {-1}};
    album_init(&s->album);
}

void
shelf_destroy(struct shelf *s)
{
    for (size_t i = 0; s->names && i < s->n_photos; i++)
        free(s->names[i]);
    free(s->names);
    album_destroy(&s->album);
    folder_close(&s->folder);
    shelf_init(s);
}

static int
is_photo(const struct dirent *entry)
{
    const char *end = strrchr(entry->d_name, '.');

    return folder_name_ok(entry->d_name) && end &&
           (!strcasecmp(end, ".jpg") || !strcasecmp(end, ".jpeg"));
}

static int
by_name(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

int
shelf_open(struct shelf *s, const char *path)
{
    struct dirent **entries;
    int error = folder_open(&s->folder, path, false);

    if (error)
        return error;
    int n = scandirat(s->folder.fd, ".", &entries, is_photo, by_name);
    if (n < 0)
        return errno;
    s->names = calloc((size_t)n + 1, sizeof(*s->names));
    for (int i = 0; i < n; i++) {
        if (s->names && (s->names[i] = strdup(entries[i]->d_name)))
            s->n_photos++;
        free(entries[i]);
    }
    free(entries);
    if (s->n_photos < (size_t)n)
        return ENOMEM;
    return n ? 0 : ENOENT;
}

/* The number in "00042.jpg". */
static int
number_of(const char *name, uint64_t *number)
{
    char digits[32];
    size_t n = strspn(name, "0123456789");

    if (n >= sizeof(digits) || strcmp(name + n, ".jpg"))
        return ENOENT;
    memcpy(digits, name, n);
    digits[n] = '\0';
    return parse_number(digits, 0, UINT64_MAX, number) ? ENOENT : 0;
}

int
shelf_take(struct shelf *s, const char *name, struct body *body)
{
    uint64_t number;

    *body = (struct body){.fd = -1};
    if (s->names) {
        int error = folder_find(&s->folder, name, &body->fd, &body->n_bytes);
        if (error != ENOENT)
            return error;
    }
    if (number_of(name, &number))
        return ENOENT;
    if (s->album.photos)
        return album_take(&s->album, number % s->album.n_photos, body);
    if (!s->names || !s->n_photos)
        return ENOENT;
    return folder_find(&s->folder, s->names[number % s->n_photos], &body->fd,
                       &body->n_bytes);
}
