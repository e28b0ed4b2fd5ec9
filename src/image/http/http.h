/* One HTTP transfer at a time, by libcurl, with limits.
 * SPDX-License-Identifier: MIT
 *
 * A struct http belongs to one worker thread: main opens it before the
 * thread starts and closes it after.  It keeps its connection open from one
 * transfer to the next.
 *
 * Only http and https are spoken, also after a redirect, of which at most
 * five are followed (by a PUT none).  A transfer ends as failed when it
 * takes longer than timeout, makes no progress for longer than stall, brings more
 * than max_bytes, brings fewer bytes than announced, or is answered with a
 * status other than 2xx; and soon after *options->stop becomes true.
 *
 * How it waits: in curl_multi_poll, which returns as soon as the socket has
 * something to say, and after STOP_LOOK_MS to look at the stop flag.  That
 * flag has no doorbell, so this one look is polled.
 */
#ifndef DOORBELL_IMAGE_HTTP_HTTP_H
#define DOORBELL_IMAGE_HTTP_HTTP_H

#include <curl/curl.h>
#include <stddef.h>

#include "image/jpeg/picture.h"
#include "stage.h"

enum { STOP_LOOK_MS = 100, REDIRECTS_MAX = 5 };

struct http {
    CURL *easy;
    CURLM *multi;
    struct curl_slist *headers;
    const atomic_bool *stop; /* or NULL */
    size_t max_bytes;

    /* Of the transfer that runs: */
    struct picture *into;       /* where the body goes; NULL: nowhere */
    const struct picture *from; /* what a PUT sends */
    size_t n_sent, n_received;
    int error;              /* why a callback has ended it */
    char why[REASON_BYTES]; /* after a failure: why, in words */
    char message[CURL_ERROR_SIZE];
};

/* Reads the settings timeout, stall and max_bytes.  Returns 0, or an error
 * number with options->reason written.
 */
int http_open(struct http *h, const struct stage_options *options);
void http_close(struct http *h);

/* GET the URL; its body is appended to *into.  Returns 0, or an error number
 * with h->why written ("HTTP 404"): ENOENT for 404 and 410, EACCES for 401
 * and 403, ENOSPC for 507, EPROTO for any other status and for a body that
 * ends early, EFBIG over max_bytes, ETIMEDOUT, ECONNREFUSED, EHOSTUNREACH,
 * ELOOP, EPROTONOSUPPORT, ENOMEM, ECANCELED when stopped.
 */
int http_get(struct http *h, const char *url, struct picture *into);

/* PUT the bytes of *from to the URL; what is answered is thrown away. */
int http_put(struct http *h, const char *url, const struct picture *from);

#endif
