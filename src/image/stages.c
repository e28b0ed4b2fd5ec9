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
#include "array_len.h"
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
