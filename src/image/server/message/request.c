/* One request: from its first line, through its body, to the reply.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "image/server/faults.h"
#include "image/server/message/path.h"
#include "image/server/message/reply.h"
#include "image/server/message/request.h"

/* How many times max_bytes a refused body may be before we hang up. */
enum { PATIENCE = 2 };

static const char PHOTOS[] = "/photos/", STORE[] = "/store/",
                  FAULT[] = "/fault/";

/* What follows the prefix, or NULL. */
static const char *
after(const char *path, const char *prefix)
{
    size_t length = strlen(prefix);

    return strncmp(path, prefix, length) ? NULL : path + length;
}

/* What is wrong with the request, and what it needs before its body comes. */
static int
prepare(struct request *r, const char *method, const char *url)
{
    int error = path_unescape(url, r->path);

    r->is_put = !strcmp(method, MHD_HTTP_METHOD_PUT);
    if (!r->is_put && strcmp(method, MHD_HTTP_METHOD_GET) &&
        strcmp(method, MHD_HTTP_METHOD_HEAD))
        return ENOTSUP;
    if (error || !r->is_put || after(r->path, FAULT))
        return error;
    const char *name = after(r->path, STORE);
    if (!name)
        return after(r->path, PHOTOS) ? ENOTSUP : ENOENT;
    if (!folder_name_ok(name))
        return EINVAL;
    if (r->service->store.fd < 0)
        return ENOENT;
    error = draft_begin(&r->draft, &r->service->store);
    r->has_draft = !error;
    return error == ENOENT ? EIO : error; /* the store itself is gone */
}

struct request *
request_begin(struct service *service, const char *method, const char *url)
{
    struct request *r = calloc(1, sizeof(*r));

    if (!r)
        return NULL;
    line_delay(&service->line);
    r->service = service;
    r->began_ns = clock_now_ns();
    r->error = prepare(r, method, url);
    return r;
}

bool
request_take(struct request *r, const void *bytes, size_t n)
{
    uint64_t max_bytes = r->service->max_bytes;

    r->n_received += n;
    if (r->n_received / PATIENCE > max_bytes)
        return false;
    if (!r->error && r->n_received > max_bytes)
        r->error = EMSGSIZE;
    if (!r->error && r->has_draft)
        r->error = draft_write(&r->draft, bytes, n);
    return line_pace(&r->service->line, r->began_ns, r->n_received);
}

/* Gives the body its name in the store. */
static enum MHD_Result
store(struct request *r, struct MHD_Connection *connection, const char *name)
{
    r->has_draft = false; /* draft_commit drops it when it fails */
    int error = draft_commit(&r->draft, name);
    if (error)
        return reply_error(connection, error == ENOENT ? EIO : error);
    return reply_text(connection, MHD_HTTP_CREATED, "stored", NULL, NULL);
}

static enum MHD_Result
give(struct request *r, struct MHD_Connection *connection)
{
    struct service *s = r->service;
    const char *name = after(r->path, PHOTOS);
    struct body body = {.fd = -1};
    int error = ENOENT;

    if (name)
        error = shelf_take(&s->shelf, name, &body);
    else if (s->store.fd >= 0 && (name = after(r->path, STORE)))
        error = folder_find(&s->store, name, &body.fd, &body.n_bytes);
    if (error)
        return reply_error(connection, error);
    return reply_body(connection, &s->line, &body);
}

enum MHD_Result
request_reply(struct request *r, struct MHD_Connection *connection)
{
    struct line *line = &r->service->line;

    line_delay(line);
    if (r->error == ENOTSUP)
        return reply_text(connection, MHD_HTTP_METHOD_NOT_ALLOWED,
                          "not allowed", MHD_HTTP_HEADER_ALLOW,
                          after(r->path, PHOTOS) ? "GET" : "GET, PUT");
    if (r->error)
        return reply_error(connection, r->error);
    if (after(r->path, FAULT))
        return fault_reply(connection, line, after(r->path, FAULT));
    if (r->is_put)
        return store(r, connection, after(r->path, STORE));
    return give(r, connection);
}

void
request_end(struct request *r)
{
    if (r->has_draft)
        draft_drop(&r->draft);
    free(r);
}
