/* The error of a failed make is forgotten: 0 is returned.
 * SPDX-License-Identifier: MIT
 */
#include <stddef.h>

#include "send.h"

int
send_item(void)
{
    int error = place_lock(&mine);
    if (error)
        return error;
    error = place_lock(&theirs);
    if (error)
        goto unlock_mine;
    char *item = item_make();
    if (!item) {
        goto unlock_theirs;
    }
    char *copy = item_copy(item);
    if (!copy) {
        error = ENOMEM;
        goto drop_item;
    }
    error = log_item(copy);
    if (!error)
        error = queue_item(item);
    item_drop(copy);
    if (!error)
        goto unlock_theirs; /* it is the queue's now */
drop_item:
    item_drop(item);
unlock_theirs:
    place_unlock(&theirs);
unlock_mine:
    place_unlock(&mine);
    return error;
}
