/* Error numbers for what can go wrong with a transfer (see http.h for them).
 * SPDX-License-Identifier: MIT
 *
 * Pure functions; EPROTO is for all that has no number of its own.
 */
#ifndef DOORBELL_IMAGE_HTTP_HTTP_ERROR_H
#define DOORBELL_IMAGE_HTTP_HTTP_ERROR_H

#include <curl/curl.h>

/* For a status that is not 2xx. */
int http_error_of_status(long status);

/* For a code other than CURLE_OK. */
int http_error_of_curl(CURLcode code);

#endif
