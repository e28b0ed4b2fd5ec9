/* The download stage: an item becomes a picture, by HTTP GET.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdlib.h>

#include "image/http/http.h"
#include "image/stages.h"
#include "image/http/urls.h"

struct downloader {
    struct http http;
    struct urls urls;
};

int
download_open(const struct stage_options *options, void **context)
{
    struct downloader *d = calloc(1, sizeof(*d));

    if (!d)
        return setting_refuse(options, ENOMEM, "no memory");
    int error = urls_open(&d->urls, options);
    if (!error) {
        error = http_open(&d->http, options);
        if (error)
            urls_close(&d->urls);
    }
    if (error) {
        free(d);
        return error;
    }
    *context = d;
    return 0;
}

struct item *
download_work(void *context, struct item *item)
{
    struct downloader *d = context;
    const char *url = urls_get(&d->urls, item->number);
    struct picture *picture = picture_new();

    if (!picture)
        return item_fail(item, "download", ENOMEM, "no memory");
    int error = http_get(&d->http, url, picture);
    if (error) {
        picture_free(picture);
        return item_fail(item, "download", error, "GET %.80s: %s", url,
                         d->http.why);
    }
    item_release(item);
    item->data = picture;
    item->release = picture_free;
    return item;
}

void
download_close(void *context)
{
    struct downloader *d = context;

    http_close(&d->http);
    urls_close(&d->urls);
    free(d);
}
