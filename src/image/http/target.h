/* Where results go: to a server by HTTP PUT, or into a folder.
 * SPDX-License-Identifier: MIT
 *
 * One thread at a time; opened by main before the worker starts.
 */
#ifndef DOORBELL_IMAGE_HTTP_TARGET_H
#define DOORBELL_IMAGE_HTTP_TARGET_H

#include <stdbool.h>
#include <stddef.h>

#include "image/folder.h"
#include "image/http/http.h"
#include "image/settings.h"

struct target {
    const char *base; /* what URLs begin with; NULL: into the folder */
    const char *path; /* of the folder */
    struct http http;
    struct folder folder;
    char name[URL_BYTES];   /* of the last result: its URL or file name */
    char why[REASON_BYTES]; /* after a failure: what failed and why */
};

/* Reads the settings upload and save; just one of them must be there.  The
 * folder is made when it is not there.  Returns 0, or an error number with
 * options->reason written.
 */
int target_open(struct target *t, const struct stage_options *options);
void target_close(struct target *t);

/* Stores the picture as result number, in the place of an earlier one.
 * Returns 0, or an error number with t->why written; of a result that failed
 * to go into a folder nothing is left there.
 */
int target_put(struct target *t, size_t number, const struct picture *picture);

/* Reads the result back and compares: EBADMSG when it differs. */
int target_verify(struct target *t, size_t number,
                  const struct picture *picture);

#endif
