/* The trap: clean-ups run in reverse order of declaration, not of use.
 * SPDX-License-Identifier: MIT
 *
 * A guarded variable that is declared at the top as NULL, as old C had it, is
 * cleaned up behind a lock that is held further down: without the lock.
 * Declare a guard where its value is made.
 */
#include <stdbool.h>
#include <stdio.h>

#include "held.h"

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char memory;
static bool is_held;

static void
drop(const char *unread)
{
    (void)unread;
    is_held = pthread_mutex_trylock(&lock) != 0;
    if (!is_held)
        must(pthread_mutex_unlock(&lock));
}

GUARD(char *, drop)

static void
declare_early(void)
{
    guarded(drop_guarded) char *item = NULL;
    hold_lock(&lock);
    item = &memory;
}

static void
declare_late(void)
{
    hold_lock(&lock);
    guarded(drop_guarded) char *item = &memory;
}

int
main(void)
{
    declare_early();
    printf("declared before the lock: dropped %s it\n",
           is_held ? "with" : "without");
    declare_late();
    printf("behind: dropped %s it\n", is_held ? "with" : "without");
    return 0;
}
