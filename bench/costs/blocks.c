/* What a with-block costs against the same clean-up, written by hand.
 * SPDX-License-Identifier: MIT
 *
 * Twins do the same: X_by_hand, and the same with a block of one kind.
 */
#include <pthread.h>
#include <stdlib.h>

#include "closing.h"
#include "costs.h"
#include "exit_stack.h"
#include "items.h"
#include "with.h"

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static volatile long work; /* what stands in the blocks */

/* A case: the loop around what stands below it, number i. */
#define CASE(name)                                                             \
    __attribute__((always_inline)) static inline void name##_once(long i);     \
    __attribute__((noinline)) static void name(long n)                         \
    {                                                                          \
        for (long i = 0; i < n; i++)                                           \
            name##_once(i);                                                    \
    }                                                                          \
    static inline void name##_once(__attribute__((unused)) long i)

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

/* So that no compiler can do without the allocation. */
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

/* A manager, as a pair of functions and as one function with a yield. */
struct level {
    enum with_at at;
    long inside, before;
};

static volatile long level;

static struct level *
level_enter(struct level *l)
{
    l->before = level;
    level = l->inside;
    return l;
}

static void
level_leave(struct level *l)
{
    level = l->before;
}

struct yielded {
    enum with_at at;
    long inside, before;
};

static void
yielded_manage(struct yielded *y)
{
    manage (y) {
        y->before = level;
        level = y->inside;
        yield(y);
        level = y->before;
    }
}
MANAGER(yielded)

CASE(level_by_hand)
{
    long before = level;
    level = i;
    work++;
    level = before;
}

CASE(level_with)
{
    with (level, l, .inside = i) {
        work++;
    }
}

CASE(level_yield)
{
    with (yielded, l, .inside = i) {
        work++;
    }
}

static struct queue queue;

static void
fill(long n)
{
    must(queue_init(&queue, "costs", 0));
    for (long i = 0; i < n; i++)
        must(queue_put(&queue, &queue));
    queue_close(&queue);
}

/* By hand with the same promise: the item in hand is done however the thread
 * leaves.
 */
static void
say_done(void *owed)
{
    if (*(bool *)owed)
        must(queue_task_done(&queue));
}

__attribute__((noinline)) static void
items_by_hand(void)
{
    void *item;
    bool owed = false;

    pthread_cleanup_push(say_done, &owed);
    while (queue_get(&queue, &item) == 0) {
        owed = true;
        work += item != NULL;
        owed = false;
        must(queue_task_done(&queue));
    }
    pthread_cleanup_pop(1);
}

__attribute__((noinline)) static void
items_for_each_item(void)
{
    void *item;

    for_each_item (item, &queue) {
        work += item != NULL;
    }
}

static void
by_hand(long n)
{
    fill(n);
    items_by_hand();
    must(queue_destroy(&queue));
}

static void
for_each(long n)
{
    fill(n);
    items_for_each_item();
    must(queue_destroy(&queue));
}

const struct cost_case block_cases[] = {
    {"lock_by_hand", lock_by_hand},
    {"lock_with_lock", lock_with_lock},
    {"lock_hold_lock", lock_hold_lock},
    {"lock_cleanup_push", lock_cleanup_push},
    {"lock_exit_stack", lock_exit_stack},
    {"memory_by_hand", memory_by_hand},
    {"memory_guarded", memory_guarded},
    {"level_by_hand", level_by_hand},
    {"level_with", level_with},
    {"level_yield", level_yield},
    {"items_by_hand", by_hand},
    {"items_for_each_item", for_each},
    {0},
};
