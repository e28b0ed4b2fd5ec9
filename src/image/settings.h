/* The settings of the image stages: read, checked, or refused with a reason.
 * SPDX-License-Identifier: MIT
 *
 * For the open functions of the stages.  Each function returns 0 and stores
 * the value, or the default of an absent setting; or it returns
 * EINVAL with the cause in options->reason.  None keeps anything.
 */
#ifndef DOORBELL_IMAGE_SETTINGS_H
#define DOORBELL_IMAGE_SETTINGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "image/jpeg/size.h"
#include "stage.h"

/* The longest URL that is taken, its NUL included. */
enum { URL_BYTES = 2048 };

/* What a setting is when it is not given. */
#define BOX_DEFAULT       "320x320"
#define TIMEOUT_DEFAULT   "20s"
#define STALL_DEFAULT     "10s"
#define MAX_BYTES_DEFAULT "67108864"

/* Writes the reason in printf form and returns error. */
__attribute__((format(printf, 3, 4))) int
setting_refuse(const struct stage_options *options, int error,
               const char *format, ...);

int setting_number(const struct stage_options *options, const char *key,
                   const char *otherwise, uint64_t high, uint64_t *value);

/* A duration of at least a millisecond. */
int setting_duration(const struct stage_options *options, const char *key,
                     const char *otherwise, int64_t *ns);

/* "WxH"; absent: BOX_DEFAULT. */
int setting_box(const struct stage_options *options, struct size *box);

/* "yes" or "no"; absent: no. */
int setting_yes(const struct stage_options *options, const char *key,
                bool *yes);

/* The start of URLs, http or https, with room for a name behind it; NULL
 * when absent.  It points into the settings.
 */
int setting_url(const struct stage_options *options, const char *key,
                const char **url);

/* Whether the URL is one of http or https. */
bool url_is_http(const char *url);

/* Writes base and the file name of an item, "00042.jpg", into url. */
void url_of_item(char url[URL_BYTES], const char *base, size_t number);

#endif
