/* Lets each step of a send fail in turn, and counts what is left behind.
 * SPDX-License-Identifier: MIT
 *
 * Not to be changed.
 */
#include <stdio.h>

#include "send.h"

enum step { NONE, LOCK_MINE, LOCK_THEIRS, MAKE, COPY, LOG, QUEUE, N_STEPS };

static const struct {
    const char *name;
    int error;
} steps[] = {{"no step", 0},
             {"the first lock", EOWNERDEAD},
             {"the second lock", EOWNERDEAD},
             {"item_make", ENOMEM},
             {"item_copy", ENOMEM},
             {"log_item", EIO},
             {"queue_item", EPIPE}};
struct place {
    int n_held;
} mine, theirs;
static char item, copy;
static enum step failing;
static int n_items, n_copies, n_queued;

int
place_lock(struct place *p)
{
    if (failing == (p == &mine ? LOCK_MINE : LOCK_THEIRS))
        return EOWNERDEAD;
    p->n_held++;
    return 0;
}

void
place_unlock(struct place *p)
{
    p->n_held--;
}

char *
item_make(void)
{
    n_items += failing != MAKE;
    return failing == MAKE ? NULL : &item;
}

char *
item_copy(const char *of)
{
    n_copies += of && failing != COPY;
    return of && failing != COPY ? &copy : NULL;
}

void
item_drop(char *dropped)
{
    n_items -= dropped == &item;
    n_copies -= dropped == &copy;
}

int
queue_item(char *queued)
{
    int right = queued == &item && n_items == 1 && mine.n_held && theirs.n_held;

    if (failing == QUEUE)
        return EPIPE;
    n_queued += right;
    n_items -= right;
    return 0;
}

int
log_item(char *logged)
{
    return failing == LOG || logged != &copy || n_copies != 1 ? EIO : 0;
}

int
main(void)
{
    int n_wrong = 0;

    for (failing = NONE; failing < N_STEPS; failing++) {
        mine.n_held = theirs.n_held = n_items = n_copies = n_queued = 0;
        int error = send_item(), wanted = steps[failing].error;
        if (error == wanted && !mine.n_held && !theirs.n_held && !n_items &&
            !n_copies && n_queued == (failing == NONE))
            continue;
        n_wrong++;
        printf("%s fails: it returns %d (%d is right); held: mine %d, theirs "
               "%d; lost: items %d, copies %d; queued %d\n",
               steps[failing].name, error, wanted, mine.n_held, theirs.n_held,
               n_items, n_copies, n_queued);
    }
    return n_wrong ? 1 : 0;
}
