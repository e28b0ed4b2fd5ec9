/* Answering for an item that was got: done, or failed.
 * SPDX-License-Identifier: MIT
 */
#include "inside.h"

static int
done(struct far *q, const struct what *what)
{
    return q->engine->done(q->connection, what->item);
}

int
far_done(struct far *q, const struct far_item *item)
{
    struct what what = {.item = (struct far_item *)item};

    return far_patiently(q, done, &what, NULL);
}

static int
fail(struct far *q, const struct what *what)
{
    bool last = what->item->attempts >= q->options.attempts;

    return (last ? q->engine->bury : q->engine->requeue)(q->connection,
                                                         what->item);
}

int
far_fail(struct far *q, const struct far_item *item)
{
    struct what what = {.item = (struct far_item *)item};

    return far_patiently(q, fail, &what, NULL);
}
