/* Where the photo of an item is: URLs made from a number, or read from a file.
 * SPDX-License-Identifier: MIT
 *
 * One thread at a time; opened by main before the worker starts.
 */
#ifndef DOORBELL_IMAGE_HTTP_URLS_H
#define DOORBELL_IMAGE_HTTP_URLS_H

#include <stddef.h>

#include "image/settings.h"

/* The longest file of URLs that is taken. */
enum { URLS_BYTES_MAX = 16 * 1024 * 1024 };

struct urls {
    const char *source; /* the setting; or NULL, and then */
    char *text;         /* the file, cut into lines, */
    char **lines;       /* and where each URL begins */
    size_t n_lines;
    char url[URL_BYTES];
};

/* Reads the settings source and urls; just one of them must be there.  The
 * file has one URL a line; blank lines and those that begin with # are
 * skipped.  Returns 0, or an error number with options->reason written.
 */
int urls_open(struct urls *u, const struct stage_options *options);
void urls_close(struct urls *u);

/* The URL of item number; it is good until the next call. */
const char *urls_get(struct urls *u, size_t number);

#endif
