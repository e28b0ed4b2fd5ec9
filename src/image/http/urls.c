/* Where the photo of an item is.
 * SPDX-License-Identifier: MIT
 */
#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "image/http/urls.h"

/* Reads the file whole.  Returns 0, an error number, or EFBIG. */
static int
read_text(const char *path, char **text)
{
    FILE *file = fopen(path, "re");
    size_t size = 0, n;
    char part[4096];

    if (!file)
        return errno;
    FILE *copy = open_memstream(text, &size);
    if (!copy) {
        fclose(file);
        return ENOMEM;
    }
    errno = 0;
    while ((n = fread(part, 1, sizeof(part), file)) && size < URLS_BYTES_MAX) {
        fwrite(part, 1, n, copy);
        fflush(copy);
    }
    int error = ferror(file) ? errno : n ? EFBIG : 0;
    if (ferror(copy) || fclose(copy))
        error = ENOMEM;
    fclose(file);
    return error;
}

/* Cuts blanks off both ends of a line, in place. */
static char *
trimmed(char *line)
{
    while (isspace((unsigned char)*line))
        line++;
    size_t n = strlen(line);
    while (n && isspace((unsigned char)line[n - 1]))
        line[--n] = '\0';
    return line;
}

static int
add_line(struct urls *u, char *line)
{
    char **lines = u->lines;

    if ((u->n_lines & (u->n_lines - 1)) == 0)
        lines =
            realloc(lines, (u->n_lines ? u->n_lines * 2 : 1) * sizeof(*lines));
    if (!lines)
        return ENOMEM;
    u->lines = lines;
    u->lines[u->n_lines++] = line;
    return 0;
}

static int
cut_lines(struct urls *u, const char *path, const struct stage_options *options)
{
    char *rest = u->text, *line;

    for (size_t at = 1; (line = strsep(&rest, "\n")); at++) {
        line = trimmed(line);
        if (!*line || *line == '#')
            continue;
        if (!url_is_http(line) || strlen(line) >= URL_BYTES)
            return setting_refuse(options, EINVAL,
                                  "%.60s:%zu: '%.60s' is not a URL of http(s)",
                                  path, at, line);
        if (add_line(u, line))
            return setting_refuse(options, ENOMEM, "no memory for URLs");
    }
    if (!u->n_lines)
        return setting_refuse(options, EINVAL, "'%.100s' has no URLs", path);
    return 0;
}

int
urls_open(struct urls *u, const struct stage_options *options)
{
    const char *path = stage_setting(options, "urls", NULL);

    *u = (struct urls){0};
    int error = setting_url(options, "source", &u->source);
    if (error)
        return error;
    if (!u->source == !path)
        return setting_refuse(options, EINVAL,
                              u->source ? "takes only one of the settings "
                                          "'source' and 'urls'"
                                        : "needs the setting 'source' or "
                                          "'urls'");
    if (!path)
        return 0;
    error = read_text(path, &u->text);
    if (error)
        setting_refuse(options, error, "'%.100s': %s", path, strerror(error));
    else
        error = cut_lines(u, path, options);
    if (error)
        urls_close(u);
    return error;
}

void
urls_close(struct urls *u)
{
    free(u->lines);
    free(u->text);
    *u = (struct urls){0};
}

const char *
urls_get(struct urls *u, size_t number)
{
    if (!u->source)
        return u->lines[number % u->n_lines];
    url_of_item(u->url, u->source, number);
    return u->url;
}
