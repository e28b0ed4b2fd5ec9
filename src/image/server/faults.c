/* What servers should not do, but some do.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <string.h>

#include "array_len.h"
#include "clock.h"
#include "image/server/faults.h"

enum { BLOCK_BYTES = 16 * 1024, SHORT_BYTES = 1000, ANNOUNCED_BYTES = 2000 };

#define STALL_NS (3600 * NS_PER_S)

static ssize_t
stall(void *context, uint64_t position, char *to, size_t n)
{
    if (position == 0 && n > 0) {
        *to = 'x';
        return 1;
    }
    line_wait_until(context, clock_now_ns() + STALL_NS);
    return MHD_CONTENT_READER_END_WITH_ERROR;
}

static ssize_t
go_on_for_ever(void *context, uint64_t position, char *to, size_t n)
{
    (void)position;
    if (!line_wait_until(context, 0))
        return MHD_CONTENT_READER_END_WITH_ERROR;
    memset(to, 'x', n);
    return (ssize_t)n;
}

static ssize_t
fall_short(void *context, uint64_t position, char *to, size_t n)
{
    (void)context;
    if (position >= SHORT_BYTES)
        return MHD_CONTENT_READER_END_WITH_ERROR;
    if (n > SHORT_BYTES - position)
        n = SHORT_BYTES - position;
    memset(to, 'x', n);
    return (ssize_t)n;
}

struct fault {
    const char *name;
    unsigned status;
    const char *location;           /* where it redirects to; or */
    MHD_ContentReaderCallback read; /* what makes its body; or neither */
    uint64_t n_bytes;
};

static const struct fault FAULTS[] = {
    {"404", MHD_HTTP_NOT_FOUND, NULL, NULL, 0},
    {"500", MHD_HTTP_INTERNAL_SERVER_ERROR, NULL, NULL, 0},
    {"stall", MHD_HTTP_OK, NULL, stall, ANNOUNCED_BYTES},
    {"endless", MHD_HTTP_OK, NULL, go_on_for_ever, MHD_SIZE_UNKNOWN},
    {"short", MHD_HTTP_OK, NULL, fall_short, ANNOUNCED_BYTES},
    {"redirect-loop", MHD_HTTP_FOUND, "/fault/redirect-loop", NULL, 0},
    {"redirect-file", MHD_HTTP_FOUND, "file:///etc/passwd", NULL, 0},
    {"notjpeg", MHD_HTTP_OK, NULL, NULL, 0},
};

static const struct fault *
find(const char *path)
{
    size_t length = strcspn(path, "/");

    for (size_t i = 0; i < ARRAY_LEN(FAULTS); i++)
        if (strlen(FAULTS[i].name) == length &&
            !memcmp(FAULTS[i].name, path, length))
            return &FAULTS[i];
    return NULL;
}

enum MHD_Result
fault_reply(struct MHD_Connection *connection, struct line *line,
            const char *path)
{
    const struct fault *fault = find(path);

    if (!fault)
        return reply_error(connection, ENOENT);
    if (!fault->read)
        return reply_text(connection, fault->status, "not a photo at all",
                          fault->location ? "Location" : NULL, fault->location);
    struct MHD_Response *response =
        MHD_create_response_from_callback(fault->n_bytes, BLOCK_BYTES,
                                          fault->read, line, NULL);
    if (!response)
        return MHD_NO;
    enum MHD_Result result =
        MHD_queue_response(connection, fault->status, response);
    MHD_destroy_response(response);
    return result;
}
