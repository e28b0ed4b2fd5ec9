/* What blocks for locks and memory cost, against the same by hand.
 * SPDX-License-Identifier: MIT
 *
 * Twins do the same: X_by_hand, and the same with a block of one kind.
 */
#include <pthread.h>
#include <stdlib.h>

#include "costs.h"
#include "exit_stack.h"
#include "with.h"

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static volatile long work; /* what the blocks do */

CASE(lock_by_hand)
{
    must(pthread_mutex_lock(&lock));
    work++;
    must(pthread_mutex_unlock(&lock));
}

CASE(lock_with_lock)
{
    with_lock (&lock) {
        work++;
    }
}

CASE(lock_hold_lock)
{
    hold_lock(&lock);
    work++;
}

static void
unlock(void *mutex)
{
    must(pthread_mutex_unlock(mutex));
}

CASE(lock_cleanup_push)
{
    must(pthread_mutex_lock(&lock));
    pthread_cleanup_push(unlock, &lock);
    work++;
    pthread_cleanup_pop(1);
}

CASE(lock_exit_stack)
{
    with (exit_stack, s) {
        must(pthread_mutex_lock(&lock));
        must(exit_push(s, unlock, &lock));
        work++;
    }
}

/* So that no compiler can remove the allocation. */
static char *volatile seen;

CASE(memory_by_hand)
{
    char *text = seen = malloc(16);
    work++;
    free(text);
}

CASE(memory_guarded)
{
    guarded(free_guarded) char *text = seen = malloc(16);
    work++;
}

const struct cost_case lock_cases[] = {
    {"lock_by_hand", lock_by_hand},
    {"lock_with_lock", lock_with_lock},
    {"lock_hold_lock", lock_hold_lock},
    {"lock_cleanup_push", lock_cleanup_push},
    {"lock_exit_stack", lock_exit_stack},
    {"memory_by_hand", memory_by_hand},
    {"memory_guarded", memory_guarded},
    {0},
};
