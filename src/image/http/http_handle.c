/* The handle for HTTP transfers: its limits, and where bodies go.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>

#include "clock.h"
#include "image/http/http.h"
#include "image/settings.h"
#include "must.h"

/* curl_global_init must run once and before any other thread uses libcurl;
 * what it takes is kept to the end of the process.
 */
static void
init_curl(void)
{
    curl_global_init(CURL_GLOBAL_DEFAULT);
}

/* Ends the transfer for a reason that libcurl cannot know. */
static size_t
refuse(struct http *h, int error, const char *why)
{
    h->error = error;
    snprintf(h->why, sizeof(h->why), "%s", why);
    return CURL_READFUNC_ABORT; /* no number of bytes either */
}

static size_t
receive(char *bytes, size_t size, size_t n, void *context)
{
    struct http *h = context;

    n *= size;
    if (n > h->max_bytes - h->n_received)
        return refuse(h, EFBIG, "the body is longer than max_bytes");
    h->n_received += n;
    if (h->into && picture_append(h->into, bytes, n))
        return refuse(h, ENOMEM, "no memory for the body");
    return n;
}

static size_t
send_some(char *bytes, size_t size, size_t n, void *context)
{
    struct http *h = context;
    size_t left = h->from->n_bytes - h->n_sent;

    n = size * n < left ? size * n : left;
    memcpy(bytes, h->from->bytes + h->n_sent, n);
    h->n_sent += n;
    return n;
}

/* A kept connection can turn out to be dead: then the body is sent again. */
static int
send_again(void *context, curl_off_t offset, int origin)
{
    struct http *h = context;

    if (origin != SEEK_SET || offset < 0 || (size_t)offset > h->from->n_bytes)
        return CURL_SEEKFUNC_FAIL;
    h->n_sent = (size_t)offset;
    return CURL_SEEKFUNC_OK;
}

/* What holds for each transfer of this handle. */
static void
set_up(struct http *h, int64_t timeout_ns, int64_t stall_ns)
{
    CURL *c = h->easy;

    curl_easy_setopt(c, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(c, CURLOPT_QUICK_EXIT, 1L); /* wait for no resolver */
    curl_easy_setopt(c, CURLOPT_ERRORBUFFER, h->message);
    curl_easy_setopt(c, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(c, CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(c, CURLOPT_MAXREDIRS, (long)REDIRECTS_MAX);
    curl_easy_setopt(c, CURLOPT_TIMEOUT_MS, (long)(timeout_ns / NS_PER_MS));
    curl_easy_setopt(c, CURLOPT_LOW_SPEED_LIMIT, 1L);
    curl_easy_setopt(c, CURLOPT_LOW_SPEED_TIME,
                     (long)((stall_ns + NS_PER_S - 1) / NS_PER_S));
    curl_easy_setopt(c, CURLOPT_MAXFILESIZE_LARGE, (curl_off_t)h->max_bytes);
    curl_easy_setopt(c, CURLOPT_WRITEFUNCTION, receive);
    curl_easy_setopt(c, CURLOPT_WRITEDATA, h);
    curl_easy_setopt(c, CURLOPT_READFUNCTION, send_some);
    curl_easy_setopt(c, CURLOPT_READDATA, h);
    curl_easy_setopt(c, CURLOPT_SEEKFUNCTION, send_again);
    curl_easy_setopt(c, CURLOPT_SEEKDATA, h);
}

int
http_open(struct http *h, const struct stage_options *options)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    int64_t timeout_ns, stall_ns;
    uint64_t max_bytes;

    *h = (struct http){.stop = options->stop};
    int error =
        setting_duration(options, "timeout", TIMEOUT_DEFAULT, &timeout_ns);
    if (!error)
        error = setting_duration(options, "stall", STALL_DEFAULT, &stall_ns);
    if (!error)
        error = setting_number(options, "max_bytes", MAX_BYTES_DEFAULT,
                               INT64_MAX, &max_bytes);
    if (error)
        return error;
    must(pthread_once(&once, init_curl));
    h->max_bytes = max_bytes;
    h->easy = curl_easy_init();
    h->multi = curl_multi_init();
    h->headers = curl_slist_append(NULL, "Content-Type: image/jpeg");
    if (!h->easy || !h->multi || !h->headers) {
        http_close(h);
        return setting_refuse(options, ENOMEM, "no memory for libcurl");
    }
    set_up(h, timeout_ns, stall_ns);
    return 0;
}

void
http_close(struct http *h)
{
    curl_easy_cleanup(h->easy);
    curl_multi_cleanup(h->multi);
    curl_slist_free_all(h->headers);
    *h = (struct http){0};
}
