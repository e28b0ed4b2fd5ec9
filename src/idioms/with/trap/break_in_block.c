/* The trap: break inside a with-block leaves the block, not the loop around.
 * SPDX-License-Identifier: MIT
 *
 * The block is a for that runs once, and break belongs to the innermost loop.
 * hold_lock is a declaration and leaves break alone.
 */
#include <stdio.h>

#include "with.h"

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static int
turns_with_lock(void)
{
    int turns = 0;

    for (; turns < 3; turns++)
        with_lock (&lock) {
            break;
        }
    return turns;
}

static int
turns_hold_lock(void)
{
    int turns = 0;

    for (; turns < 3; turns++) {
        hold_lock(&lock);
        break;
    }
    return turns;
}

int
main(void)
{
    printf("with_lock %d, hold_lock %d\n", turns_with_lock(),
           turns_hold_lock());
    return 0;
}
