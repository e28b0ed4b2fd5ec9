/* Lets each step of a send fail in turn, and counts what is left behind.
 * SPDX-License-Identifier: MIT
 *
 * Not to be changed.  The steps come in an order that cannot be known.
 */
#include <stdbool.h>
#include <stdio.h>
#include <sys/random.h>

#include "send.h"
#include "verdict.h"

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
static bool reached; /* the step that fails */
static int n_items, n_copies, n_queued;

static bool
fails(enum step step)
{
    reached |= failing == step;
    return failing == step;
}

int
place_lock(struct place *p)
{
    if (fails(p == &mine ? LOCK_MINE : LOCK_THEIRS))
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
    if (fails(MAKE))
        return NULL;
    n_items++;
    return &item;
}

char *
item_copy(const char *of)
{
    if (fails(COPY) || of != &item)
        return NULL;
    n_copies++;
    return &copy;
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

    if (fails(QUEUE))
        return EPIPE;
    n_queued += right;
    n_items -= right;
    return 0;
}

int
log_item(char *logged)
{
    return fails(LOG) || logged != &copy || n_copies != 1 ? EIO : 0;
}

/* 0 when nothing is left behind. */
static int
check(enum step step)
{
    failing = step;
    reached = step == NONE;
    mine.n_held = theirs.n_held = n_items = n_copies = n_queued = 0;
    int error = send_item(), wanted = steps[failing].error;
    if (reached && error == wanted && !mine.n_held && !theirs.n_held &&
        !n_items && !n_copies && n_queued == (failing == NONE))
        return 0;
    if (!reached)
        printf("%s is never taken\n", steps[failing].name);
    printf("%s fails: it returns %d (%d is right); held: mine %d, theirs "
           "%d; lost: items %d, copies %d; queued %d\n",
           steps[failing].name, error, wanted, mine.n_held, theirs.n_held,
           n_items, n_copies, n_queued);
    return 1;
}

int
main(void)
{
    unsigned char first = 0;
    int n_wrong = 0;

    verdict_begin();
    if (getrandom(&first, 1, 0) != 1)
        return 1;
    for (int i = 0; i < N_STEPS; i++)
        n_wrong += check((enum step)((first + i) % N_STEPS));
    return verdict_end(n_wrong ? 1 : 0);
}
