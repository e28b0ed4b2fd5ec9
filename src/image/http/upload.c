/* The upload stage: a result is checked, stored, and read back if wished.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdlib.h>

#include "image/jpeg/markers.h"
#include "image/stages.h"
#include "image/http/target.h"

struct uploader {
    struct target target;
    struct size box;
    bool verify;
};

int
upload_open(const struct stage_options *options, void **context)
{
    struct uploader *u = calloc(1, sizeof(*u));

    if (!u)
        return setting_refuse(options, ENOMEM, "no memory");
    int error = setting_box(options, &u->box);
    if (!error)
        error = setting_yes(options, "verify", &u->verify);
    if (!error)
        error = target_open(&u->target, options);
    if (error) {
        free(u);
        return error;
    }
    *context = u;
    return 0;
}

/* Whether the picture is a whole JPEG that fits the box; else why not. */
static const char *
check(const struct uploader *u, const struct picture *picture)
{
    struct markers m;

    if (!picture)
        return "is missing";
    const char *why = markers_read(picture->bytes, picture->n_bytes, &m);
    if (!why && (m.size.width > u->box.width || m.size.height > u->box.height))
        why = "does not fit the box";
    return why;
}

struct item *
upload_work(void *context, struct item *item)
{
    struct uploader *u = context;
    const char *why = check(u, item->data);

    if (why)
        return item_fail(item, "upload", EBADMSG, "the result %s", why);
    int error = target_put(&u->target, item->number, item->data);
    if (!error && u->verify)
        error = target_verify(&u->target, item->number, item->data);
    if (error)
        return item_fail(item, "upload", error, "%s", u->target.why);
    return item;
}

void
upload_close(void *context)
{
    struct uploader *u = context;

    target_close(&u->target);
    free(u);
}
