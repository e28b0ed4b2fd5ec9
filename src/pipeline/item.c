/* What travels through a pipeline.
 * SPDX-License-Identifier: MIT
 */
#include <stdarg.h>
#include <stdio.h>

#include "item.h"

struct item *
item_fail(struct item *item, const char *stage, int error, const char *format,
          ...)
{
    va_list arguments;

    if (item->failed_stage)
        return item;
    item->failed_stage = stage;
    item->error = error;
    va_start(arguments, format);
    vsnprintf(item->reason, sizeof(item->reason), format, arguments);
    va_end(arguments);
    return item;
}

struct item *
item_unlink(struct item **list)
{
    struct item *first = *list;

    if (first) {
        *list = first->next;
        first->next = NULL;
    }
    return first;
}

void
item_release(struct item *item)
{
    if (item->release)
        item->release(item->data);
    item->data = NULL;
    item->release = NULL;
}
