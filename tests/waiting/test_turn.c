/* A turn keeps count of who waits, and asks its way for what it needs.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>

#include "clock.h"
#include "noting.h"
#include "test.h"

static const struct way bare = {.name = "without anything"};

TEST(turn, counts_its_waiter_while_it_waits)
{
    pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
    struct turn t;

    check(!turn_init(&t, &noting), "init fails");
    pthread_mutex_lock(&lock);
    notes.waits_in_vain = 1;
    check(!turn_wait(&t, &lock, NULL), "wait fails");
    check(t.n_waiting == 0, "%u wait after it", t.n_waiting);
    check(turn_wait(&t, &lock, NULL) == ETIMEDOUT, "what the way gives");
    pthread_mutex_unlock(&lock);
    check(turn_advance(&t, 9) == 0, "somebody is said to wait");
    turn_destroy(&t);
}

TEST(turn, wakes_no_waiter_that_a_wake_up_is_under_way_to)
{
    pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
    struct turn t;

    check(!turn_init(&t, &noting), "init fails");
    t.n_waiting = 3;
    check(turn_advance(&t, 1) == 1, "the first");
    check(turn_advance(&t, 9) == 2, "the others");
    check(turn_advance(&t, 1) == 0, "one is woken twice");
    t.n_waiting = 0;
    pthread_mutex_lock(&lock);
    turn_wait(&t, &lock, NULL);
    pthread_mutex_unlock(&lock);
    check(t.n_woken == 2, "one that is back is thought to be on its way");
    turn_destroy(&t);
}

TEST(turn, asks_its_way_to_begin_to_wake_and_to_end)
{
    struct turn t;

    notes.init_fails_at = 1;
    check(turn_init(&t, &noting) == ENOMEM, "what the way gives");
    check(!turn_init(&t, &noting) && notes.n_inits == 2, "%u inits",
          notes.n_inits);
    turn_wake(&t, 0);
    check(notes.n_wakes == 0 && t.wakes == 0, "nobody was to be woken");
    turn_wake(&t, 2);
    check(notes.n_wakes == 1 && notes.n_woken == 2 && t.wakes == 1,
          "%u woken in %u", notes.n_woken, notes.n_wakes);
    turn_destroy(&t);
    check(notes.n_destroyed == 1, "%u destroyed", notes.n_destroyed);
}

TEST(turn, whose_way_wakes_nobody_counts_the_wake_up_all_the_same)
{
    struct turn t;

    check(!turn_init(&t, &bare), "init fails");
    turn_wake(&t, 1);
    check(t.wakes == 1, "%llu wakes", (unsigned long long)t.wakes);
    turn_destroy(&t);
}

TEST(turn, limits_a_nap_to_what_is_left)
{
    struct timespec past = {0}, far = clock_timespec(INT64_MAX / 2);

    check(!deadline_passed(NULL), "none has passed");
    check(deadline_passed(&past) && !deadline_passed(&far), "passed");
    check(deadline_limit_ns(NULL, 7) == 7, "without a deadline");
    check(deadline_limit_ns(&far, 7) == 7, "with one far off");
    check(deadline_limit_ns(&past, 7) < 0, "with one long past");
}
