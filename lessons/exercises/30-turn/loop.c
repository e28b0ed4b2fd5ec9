/* Leaves a turn in each way that there is: the loop of the check.
 * SPDX-License-Identifier: MIT
 *
 * Not to be changed.
 */
#include "loop.h"
#include "turn.h"

void *
consume(void *unused)
{
    void *item;

    each_item(item, &q)
    {
        look();
        if (way == CONTINUE)
            continue;
        if (way == BREAK)
            break;
        if (way == RETURN)
            return item;
        if (way == GOTO)
            goto out;
        if (way == EXIT)
            pthread_exit(NULL);
        for (int i = 0; way == INNER_BREAK && i < 2; i++)
            break;
    }
out:
    return unused;
}
