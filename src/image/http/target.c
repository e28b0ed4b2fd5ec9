/* Where results go: to a server by HTTP PUT, or into a folder.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "image/http/target.h"

enum { PART_BYTES = 64 * 1024 };

int
target_open(struct target *t, const struct stage_options *options)
{
    const char *path = stage_setting(options, "save", NULL);

    *t = (struct target){.path = path, .folder = {-1}};
    int error = setting_url(options, "upload", &t->base);
    if (error)
        return error;
    if (!t->base && !path)
        return setting_refuse(options, EINVAL,
                              "needs the setting 'upload' or 'save'");
    if (t->base && path)
        return setting_refuse(options, EINVAL,
                              "takes only one of 'upload' and 'save'");
    if (t->base)
        return http_open(&t->http, options);
    error = folder_open(&t->folder, path, true);
    if (error)
        setting_refuse(options, error, "'save=%.100s': %s", path,
                       strerror(error));
    return error;
}

void
target_close(struct target *t)
{
    if (t->base)
        http_close(&t->http);
    folder_close(&t->folder);
}

/* Writes why, with the name of the result, unless error is 0. */
static int
judge(struct target *t, const char *verb, int error, const char *why)
{
    if (error && t->base)
        snprintf(t->why, sizeof(t->why), "%s %.60s: %.90s", verb, t->name, why);
    else if (error)
        snprintf(t->why, sizeof(t->why), "'%.40s/%.20s': %.90s", t->path,
                 t->name, why);
    return error;
}

int
target_put(struct target *t, size_t number, const struct picture *picture)
{
    url_of_item(t->name, t->base ? t->base : "", number);
    if (t->base)
        return judge(t, "PUT", http_put(&t->http, t->name, picture),
                     t->http.why);
    int error =
        folder_save(&t->folder, t->name, picture->bytes, picture->n_bytes);
    return judge(t, "save", error, strerror(error));
}

static int
read_file(const struct target *t, struct picture *into)
{
    unsigned char part[PART_BYTES];
    size_t n_bytes;
    ssize_t n;
    int fd, error = folder_find(&t->folder, t->name, &fd, &n_bytes);

    if (error)
        return error;
    while (!error && (n = read(fd, part, sizeof(part))) != 0)
        error = n < 0 ? errno : picture_append(into, part, (size_t)n);
    close(fd);
    return error;
}

static int
read_back(struct target *t, struct picture *into)
{
    int error = read_file(t, into);

    return judge(t, "read", error, strerror(error));
}

int
target_verify(struct target *t, size_t number, const struct picture *picture)
{
    struct picture back = {0};
    int error;

    url_of_item(t->name, t->base ? t->base : "", number);
    if (t->base)
        error =
            judge(t, "GET", http_get(&t->http, t->name, &back), t->http.why);
    else
        error = read_back(t, &back);
    if (!error && (!back.bytes || back.n_bytes != picture->n_bytes ||
                   memcmp(back.bytes, picture->bytes, back.n_bytes)))
        error = judge(t, "GET", EBADMSG, "differs from what was stored");
    free(back.bytes);
    return error;
}
