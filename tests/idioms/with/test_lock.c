/* with_lock and hold_lock: held inside, free outside.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>

#include "must.h"
#include "test.h"
#include "with/with.h"

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t other = PTHREAD_MUTEX_INITIALIZER;

static bool
is_held(pthread_mutex_t *mutex)
{
    int error = pthread_mutex_trylock(mutex);

    if (!error)
        must(pthread_mutex_unlock(mutex));
    return error == EBUSY;
}

TEST(with_lock, holds_it_during_the_block)
{
    with_lock (&lock) {
        check(is_held(&lock), "not held inside");
    }
    check(!is_held(&lock), "held outside");
}

TEST(with_lock, nests)
{
    with_lock (&lock)
        with_lock (&other) {
            check(is_held(&lock) && is_held(&other), "not held inside");
        }
    check(!is_held(&lock) && !is_held(&other), "held outside");
}

static int
first_from(int low)
{
    for (int i = 0; i < 10; i++)
        with_lock (&lock) {
            if (i >= low)
                return i;
        }
    return -1;
}

TEST(with_lock, is_let_go_by_return)
{
    check(first_from(3) == 3, "it is %d", first_from(3));
    check(!is_held(&lock), "held outside");
}

TEST(with_lock, is_a_loop_that_break_leaves)
{
    int turns = 0;

    for (; turns < 3; turns++)
        with_lock (&lock) {
            break;
        }
    check(turns == 3, "%d turns", turns);
    check(!is_held(&lock), "held outside");
}

TEST(hold_lock, leaves_break_to_the_loop_around)
{
    int turns = 0;

    for (; turns < 3; turns++) {
        hold_lock(&lock);
        check(is_held(&lock), "not held");
        break;
    }
    check(turns == 0, "%d turns", turns);
    check(!is_held(&lock), "held outside");
}

TEST(hold_lock, leaves_continue_to_the_loop_around)
{
    for (int i = 0; i < 3; i++) {
        hold_lock(&lock);
        hold_lock(&other);
        if (i < 2)
            continue;
        check(is_held(&lock) && is_held(&other), "not held");
    }
    check(!is_held(&lock) && !is_held(&other), "held outside");
}
