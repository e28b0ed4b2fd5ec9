/* Replies: a status with a word, or a body over the made-up line.
 * SPDX-License-Identifier: MIT
 *
 * For the thread of the connection, once per request.  Each returns what
 * libmicrohttpd wants to hear.
 */
#ifndef DOORBELL_IMAGE_SERVER_MESSAGE_REPLY_H
#define DOORBELL_IMAGE_SERVER_MESSAGE_REPLY_H

#include <microhttpd.h>

#include "image/server/message/body.h"
#include "image/server/message/line.h"

/* A status and a line of text; header and value may be NULL. */
enum MHD_Result reply_text(struct MHD_Connection *connection, unsigned status,
                           const char *text, const char *header,
                           const char *value);

/* 404 for ENOENT, 400 for EINVAL, 413 for EMSGSIZE, 507 when the disk is
 * full, else 500.
 */
enum MHD_Result reply_error(struct MHD_Connection *connection, int error);

/* 200 and the body, which it closes. */
enum MHD_Result reply_body(struct MHD_Connection *connection, struct line *line,
                           struct body *body);

#endif
