/* The plug-in image.so: download photos, resize them, upload the results.
 * SPDX-License-Identifier: MIT
 *
 * Its settings:
 *
 *     source=URL      item k is GET from URL + "00042.jpg" (k = 42)
 *     urls=FILE       or item k from line k of FILE, and round again
 *     timeout=20s     the limit of a transfer, from start to end
 *     stall=10s       how long a transfer may make no progress
 *     max_bytes=N     the longest body that is taken (64 MiB)
 *     box=320x320     the result fits into it, and is never enlarged
 *     max_pixels=N    the largest photo that is decoded (100 million)
 *     upload=URL      the result is PUT to URL + "00042.jpg"
 *     save=DIR        or written into a folder
 *     verify=yes      then read back and compared
 */
#include <errno.h>

#include "array_len.h"
#include "image/jpeg/picture.h"
#include "image/stages.h"

static const char *const KEYS[] = {
    "source",     "urls",   "timeout", "stall",  "max_bytes", "box",
    "max_pixels", "upload", "save",    "verify", NULL,
};

static const struct stage STAGES[] = {
    {"download", download_open, download_work, download_close},
    {"resize", resize_open, resize_work, resize_close},
    {"upload", upload_open, upload_work, upload_close},
};

const struct stage_set stage_set = {
    .abi = STAGE_ABI,
    .name = "image",
    .keys = KEYS,
    .n_stages = ARRAY_LEN(STAGES),
    .stages = STAGES,
};

static const void *
picture_bytes(const struct item *item, size_t *n)
{
    const struct picture *p = item->data;

    *n = p->n_bytes;
    return p->bytes;
}

static int
picture_restore(struct item *item, const void *bytes, size_t n)
{
    struct picture *p = picture_new();
    int error = p ? picture_append(p, bytes, n) : ENOMEM;

    if (error) {
        picture_free(p);
        return error;
    }
    item->data = p;
    item->release = picture_free;
    return 0;
}

const struct stage_carrier stage_carrier = {picture_bytes, picture_restore};
