/* One request: from its first line, through its body, to the reply.
 * SPDX-License-Identifier: MIT
 *
 * A request belongs to the thread of its connection.
 */
#ifndef DOORBELL_IMAGE_SERVER_MESSAGE_REQUEST_H
#define DOORBELL_IMAGE_SERVER_MESSAGE_REQUEST_H

#include <microhttpd.h>
#include <stdbool.h>

#include "image/folder.h"
#include "image/server/message/line.h"
#include "image/server/message/path.h"
#include "image/server/shelf.h"

/* What requests are about; shared by all, and outlives them. */
struct service {
    struct line line;
    struct shelf shelf;
    struct folder store; /* fd < 0: there is none */
    uint64_t max_bytes;  /* of the body of a PUT */
};

struct request {
    struct service *service;
    char path[PATH_BYTES]; /* without its escapes */
    bool is_put;
    int error;          /* what is wrong with it; 0: nothing so far */
    struct draft draft; /* of a PUT to the store */
    bool has_draft;
    int64_t began_ns;
    uint64_t n_received;
};

/* Begins a request: waits for the line, then looks at the path.  NULL when
 * there is no memory.
 */
struct request *request_begin(struct service *service, const char *method,
                              const char *url);

/* Takes a part of the body.  Returns false when the connection is to be
 * closed, since more and more comes.
 */
bool request_take(struct request *r, const void *bytes, size_t n);

/* The body is complete: waits for the line, and replies. */
enum MHD_Result request_reply(struct request *r,
                              struct MHD_Connection *connection);

/* Ends it, whatever became of it; a draft that was not stored is removed. */
void request_end(struct request *r);

#endif
