/* Replies: a status with a word, or a body over the made-up line.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "image/server/message/reply.h"

enum { BLOCK_BYTES = 64 * 1024 };

/* A body on its way. */
struct parcel {
    struct line *line;
    struct body body;
    int64_t began_ns;
};

enum MHD_Result
reply_text(struct MHD_Connection *connection, unsigned status, const char *text,
           const char *header, const char *value)
{
    struct MHD_Response *response =
        MHD_create_response_from_buffer(strlen(text), (void *)text,
                                        MHD_RESPMEM_MUST_COPY);

    if (!response)
        return MHD_NO;
    if (header)
        MHD_add_response_header(response, header, value);
    enum MHD_Result result = MHD_queue_response(connection, status, response);
    MHD_destroy_response(response);
    return result;
}

enum MHD_Result
reply_error(struct MHD_Connection *connection, int error)
{
    unsigned status = MHD_HTTP_INTERNAL_SERVER_ERROR;

    if (error == ENOENT)
        status = MHD_HTTP_NOT_FOUND;
    else if (error == EINVAL)
        status = MHD_HTTP_BAD_REQUEST;
    else if (error == EMSGSIZE)
        status = MHD_HTTP_CONTENT_TOO_LARGE;
    else if (error == ENOSPC || error == EDQUOT || error == EFBIG)
        status = MHD_HTTP_INSUFFICIENT_STORAGE;
    return reply_text(connection, status, strerror(error), NULL, NULL);
}

/* The next portion, when the line has let it pass. */
static ssize_t
read_parcel(void *context, uint64_t position, char *to, size_t n)
{
    struct parcel *parcel = context;

    n = line_portion(parcel->line, n);
    if (n > parcel->body.n_bytes - position)
        n = parcel->body.n_bytes - position;
    if (!line_pace(parcel->line, parcel->began_ns, position + n))
        return MHD_CONTENT_READER_END_WITH_ERROR;
    ssize_t n_read = body_read(&parcel->body, position, to, n);
    return n_read < 0 ? MHD_CONTENT_READER_END_WITH_ERROR : n_read;
}

static void
free_parcel(void *context)
{
    struct parcel *parcel = context;

    body_close(&parcel->body);
    free(parcel);
}

enum MHD_Result
reply_body(struct MHD_Connection *connection, struct line *line,
           struct body *body)
{
    struct parcel *parcel = malloc(sizeof(*parcel));

    if (!parcel) {
        body_close(body);
        return reply_error(connection, ENOMEM);
    }
    *parcel = (struct parcel){line, *body, clock_now_ns()};
    struct MHD_Response *response =
        MHD_create_response_from_callback(body->n_bytes, BLOCK_BYTES,
                                          read_parcel, parcel, free_parcel);
    if (!response) {
        free_parcel(parcel);
        return MHD_NO;
    }
    MHD_add_response_header(response, "Content-Type", "image/jpeg");
    enum MHD_Result result =
        MHD_queue_response(connection, MHD_HTTP_OK, response);
    MHD_destroy_response(response);
    return result;
}
