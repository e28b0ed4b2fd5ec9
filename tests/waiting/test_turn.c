/* A turn keeps count of who waits, and asks its way for what it needs.
 * SPDX-License-Identifier: MIT
 *
 * The way here waits for nobody: it writes down what it was asked.
 */
#include <errno.h>

#include "clock.h"
#include "test.h"
#include "waiting/turn.h"

static int wait_gives;
static unsigned waiting_inside, n_woken, n_wakes, n_inits, n_destroys;

static int
note_init(struct turn *t)
{
    (void)t;
    n_inits++;
    return ENOMEM;
}

static void
note_destroy(struct turn *t)
{
    (void)t;
    n_destroys++;
}

static int
note_wait(struct turn *t, pthread_mutex_t *lock,
          const struct timespec *deadline)
{
    (void)lock, (void)deadline;
    waiting_inside = t->n_waiting;
    return wait_gives;
}

static void
note_wake(struct turn *t, unsigned n)
{
    (void)t;
    n_wakes++;
    n_woken += n;
}

static const struct way plain = {.name = "plain", .wait = note_wait};
static const struct way noting = {.name = "noting",
                                  .init = note_init,
                                  .destroy = note_destroy,
                                  .wait = note_wait,
                                  .wake = note_wake};

TEST(turn, counts_its_waiter_while_it_waits)
{
    pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
    struct turn t;

    check(!turn_init(&t, &plain), "init fails");
    check(!turn_wait(&t, &lock, NULL), "wait fails");
    check(waiting_inside == 1, "%u wait inside", waiting_inside);
    check(t.n_waiting == 0, "%u wait after it", t.n_waiting);
    wait_gives = ETIMEDOUT;
    check(turn_wait(&t, &lock, NULL) == ETIMEDOUT, "what the way gives");
    check(turn_advance(&t) == 0, "somebody is said to wait");
    t.n_waiting = 3;
    check(turn_advance(&t) == 3, "three are not said to wait");
    turn_destroy(&t);
}

TEST(turn, asks_its_way_to_begin_to_wake_and_to_end)
{
    struct turn t;

    check(turn_init(&t, &noting) == ENOMEM && n_inits == 1, "%u inits",
          n_inits);
    turn_wake(&t, 0);
    check(n_wakes == 0 && t.wakes == 0, "nobody was to be woken");
    turn_wake(&t, 2);
    check(n_wakes == 1 && n_woken == 2 && t.wakes == 1, "%u woken in %u",
          n_woken, n_wakes);
    turn_destroy(&t);
    check(n_destroys == 1, "%u destroyed", n_destroys);
}

TEST(turn, whose_way_wakes_nobody_counts_the_wake_up_all_the_same)
{
    struct turn t;

    check(!turn_init(&t, &plain), "init fails");
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
