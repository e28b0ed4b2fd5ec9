/* One HTTP transfer at a time, by libcurl.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "image/http/http.h"
#include "image/http/http_error.h"

/* Notes why a transfer has failed, unless a callback has told it before. */
__attribute__((format(printf, 3, 4))) static int
fail(struct http *h, int error, const char *format, ...)
{
    va_list arguments;

    if (h->error)
        return h->error;
    va_start(arguments, format);
    vsnprintf(h->why, sizeof(h->why), format, arguments);
    va_end(arguments);
    return h->error = error;
}

/* What became of the transfer: the first thing that went wrong, or 0. */
static int
judge(struct http *h, CURLcode code)
{
    long status = 0;

    if (code != CURLE_OK)
        return fail(h, http_error_of_curl(code), "%.120s",
                    *h->message ? h->message : curl_easy_strerror(code));
    curl_easy_getinfo(h->easy, CURLINFO_RESPONSE_CODE, &status);
    if (status < 200 || status > 299)
        return fail(h, http_error_of_status(status), "HTTP %ld", status);
    return 0;
}

static bool
stopped(const struct http *h)
{
    return h->stop && atomic_load(h->stop);
}

/* Runs the transfer to its end, or until stop. */
static CURLcode
drive(struct http *h)
{
    int n_running = 1, n_left;

    while (!stopped(h)) {
        if (curl_multi_perform(h->multi, &n_running))
            return CURLE_OUT_OF_MEMORY;
        if (!n_running) {
            CURLMsg *message = curl_multi_info_read(h->multi, &n_left);
            return message ? message->data.result : CURLE_FAILED_INIT;
        }
        curl_multi_poll(h->multi, NULL, 0, STOP_LOOK_MS, NULL);
    }
    fail(h, ECANCELED, "interrupted");
    return CURLE_ABORTED_BY_CALLBACK;
}

/* A proxy that the environment names is for the world outside: between two
 * programs of this machine it would only distort what is measured.
 */
static bool
is_loopback(const char *url)
{
    const char *host = strstr(url, "://");

    return host && (!strncmp(host + 3, "127.", 4) ||
                    !strncmp(host + 3, "localhost", 9));
}

static int
run(struct http *h, const char *url)
{
    h->n_sent = h->n_received = 0;
    h->error = 0;
    *h->message = '\0';
    curl_easy_setopt(h->easy, CURLOPT_URL, url);
    curl_easy_setopt(h->easy, CURLOPT_PROXY, is_loopback(url) ? "" : NULL);
    if (curl_multi_add_handle(h->multi, h->easy))
        return fail(h, ENOMEM, "no memory for a transfer");
    int error = judge(h, drive(h));
    curl_multi_remove_handle(h->multi, h->easy);
    return error;
}

int
http_get(struct http *h, const char *url, struct picture *into)
{
    h->into = into;
    curl_easy_setopt(h->easy, CURLOPT_HTTPGET, 1L);
    curl_easy_setopt(h->easy, CURLOPT_HTTPHEADER, NULL);
    curl_easy_setopt(h->easy, CURLOPT_FOLLOWLOCATION, 1L);
    return run(h, url);
}

int
http_put(struct http *h, const char *url, const struct picture *from)
{
    h->into = NULL;
    h->from = from;
    curl_easy_setopt(h->easy, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(h->easy, CURLOPT_INFILESIZE_LARGE,
                     (curl_off_t)from->n_bytes);
    curl_easy_setopt(h->easy, CURLOPT_HTTPHEADER, h->headers);
    curl_easy_setopt(h->easy, CURLOPT_FOLLOWLOCATION, 0L);
    return run(h, url);
}
