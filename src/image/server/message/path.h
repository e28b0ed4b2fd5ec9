/* The path of a request, without its escapes.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_IMAGE_SERVER_MESSAGE_PATH_H
#define DOORBELL_IMAGE_SERVER_MESSAGE_PATH_H

enum { PATH_BYTES = 1024 };

/* Copies the path out of a URL and undoes its escapes.  Returns 0, or EINVAL
 * for an escape that is broken or a NUL, and for a path that is too long.
 */
int path_unescape(const char *url, char path[PATH_BYTES]);

#endif
