/* The two turns of the ladder's queue: made, waited in, rung and ended.
 * SPDX-License-Identifier: MIT
 *
 * With a way that waits for nobody, so one thread sees it all: the waiters
 * are numbers, and who is rung is written down.
 */
#include <errno.h>
#include <poll.h>
#include <unistd.h>

#include "fail.h"
#include "noting.h"
#include "test.h"
#include "waiting/ways.h"

static const struct timespec at_once = {0, 0}, once = {1, 0};
static struct ladder q;

static void
begin(const struct way *way, size_t capacity)
{
    notes = (struct notes){.q = &q};
    check(!ladder_init(&q, way, capacity), "init fails");
}

static void
lock_is_free(void)
{
    check(!pthread_mutex_trylock(&q.lock), "the lock is held");
    pthread_mutex_unlock(&q.lock);
}

/* So many are said to wait in each; then, who was rung, and for how many. */
static void
let_wait(unsigned n_getters, unsigned n_putters)
{
    q.not_empty.n_woken = q.not_full.n_woken = 0;
    q.not_empty.n_waiting = n_getters;
    q.not_full.n_waiting = n_putters;
    notes.n_wakes = notes.n_woken = 0;
    notes.woken = NULL;
}

static void
rang(const struct turn *turn, unsigned n)
{
    lock_is_free();
    check(notes.woken == turn, "another one was rung");
    check(notes.n_wakes == (turn != NULL) && notes.n_woken == n,
          "%u woken in %u rings", notes.n_woken, notes.n_wakes);
    q.not_empty.n_waiting = q.not_full.n_waiting = 0;
    q.not_empty.n_woken = q.not_full.n_woken = 0;
}

static void
end(void)
{
    notes.n_destroyed = 0;
    ladder_destroy(&q);
    check(notes.n_destroyed == 2, "%u destroyed", notes.n_destroyed);
    check(notes.destroyed[0] != notes.destroyed[1], "one of them twice");
    check(fail_n_alive() == 0, "%zu are left", fail_n_alive());
}

TEST(turns, are_undone_as_far_as_they_were_made)
{
    notes.init_fails_at = 1;
    check(ladder_init(&q, &noting, 1) == ENOMEM, "the first one");
    check(notes.n_inits == 1 && notes.n_destroyed == 0, "goes on");
    notes = (struct notes){.init_fails_at = 2};
    check(ladder_init(&q, &noting, 1) == ENOMEM, "the second one");
    check(notes.n_destroyed == 1 && notes.destroyed[0] == &q.not_empty,
          "%u undone", notes.n_destroyed);
    notes = (struct notes){0};
    fail_at(FAIL_MUTEX_INIT, 1);
    check(ladder_init(&q, &noting, 1) == EAGAIN, "the lock");
    check(notes.n_destroyed == 2 && notes.destroyed[0] == &q.not_full &&
              notes.destroyed[1] == &q.not_empty,
          "%u undone", notes.n_destroyed);
    begin(&noting, 1);
    end();
}

TEST(turns, of_a_condition_variable_need_its_attributes)
{
    fail_at(FAIL_CONDATTR_INIT, 1);
    check(ladder_init(&q, &way_condvar, 1) == EAGAIN, "made without");
    check(fail_n_alive() == 0, "%zu are left", fail_n_alive());
}

TEST(turns, are_not_made_for_more_than_there_can_be)
{
    check(ladder_init(&q, &noting, DEQUE_MAX + 1) == EINVAL, "one too many");
    check(notes.n_inits == 0, "%u inits", notes.n_inits);
    begin(&noting, DEQUE_MAX);
    end();
}

TEST(turns, are_rung_by_who_succeeds)
{
    void *item;

    begin(&noting, 2);
    let_wait(0, 0);
    check(!ladder_put(&q, &q, NULL), "put fails");
    rang(NULL, 0);
    let_wait(3, 3);
    check(!ladder_put(&q, &q, NULL), "put fails");
    rang(&q.not_empty, 1);
    let_wait(3, 3);
    check(!ladder_get(&q, &item, NULL), "get fails");
    rang(&q.not_full, 1);
    let_wait(3, 0);
    check(!ladder_get(&q, &item, NULL), "get fails");
    rang(NULL, 0);
    end();
}

TEST(turns, are_rung_on_by_who_fails_but_by_no_try)
{
    void *item;

    begin(&noting, 1);
    let_wait(3, 3);
    check(ladder_get(&q, &item, &at_once) == EAGAIN, "a try that fails");
    rang(NULL, 0);
    let_wait(3, 3);
    fail_at(FAIL_PUSH, 1);
    check(ladder_put(&q, &q, NULL) == ENOMEM, "a put without memory");
    rang(&q.not_full, 1);
    check(!ladder_put(&q, &q, NULL), "put fails");
    let_wait(3, 3);
    check(ladder_put(&q, &q, &at_once) == EAGAIN, "a try that fails");
    rang(NULL, 0);
    ladder_close(&q, NULL, NULL);
    check(!ladder_get(&q, &item, NULL), "get fails");
    let_wait(3, 3);
    check(ladder_put(&q, &q, NULL) == EPIPE, "a put when it is closed");
    rang(&q.not_full, 1);
    let_wait(3, 3);
    check(ladder_get(&q, &item, NULL) == EPIPE, "a get when it is closed");
    rang(&q.not_empty, 1);
    end();
}

TEST(turns, are_rung_after_the_unlock_or_before_as_the_way_says)
{
    void *item;

    begin(&noting, 0);
    let_wait(1, 1);
    check(!ladder_put(&q, &q, NULL), "put fails");
    check(notes.n_wakes_with_the_lock == 0, "with the lock");
    end();
    begin(&noting_locked, 0);
    let_wait(1, 1);
    check(!ladder_put(&q, &q, NULL), "put fails");
    rang(&q.not_empty, 1);
    let_wait(1, 1);
    check(!ladder_get(&q, &item, NULL), "get fails");
    rang(&q.not_full, 1);
    check(notes.n_wakes_with_the_lock == 2, "without the lock");
    end();
}

/* A wait that returns for no reason leads to another look. */
TEST(turns, are_waited_in_until_the_hope_is_there_or_it_is_late)
{
    void *item;

    begin(&noting, 1);
    notes.waits_in_vain = 2;
    check(ladder_get(&q, &item, &once) == ETIMEDOUT, "late");
    check(notes.n_waits == 3 && notes.waited == &q.not_empty, "%u waits",
          notes.n_waits);
    lock_is_free();
    notes.n_waits = 0;
    check(!ladder_put(&q, &q, &once), "there is room");
    check(notes.n_waits == 0, "%u waits", notes.n_waits);
    check(ladder_put(&q, &q, &once) == ETIMEDOUT, "late");
    check(notes.n_waits == 3 && notes.waited == &q.not_full, "%u waits",
          notes.n_waits);
    lock_is_free();
    check(!ladder_get(&q, &item, &once) && item == &q, "it is there");
    end();
}

static unsigned n_dropped;

static void
drop(void *context, void *item)
{
    check(context == &n_dropped && item == &q, "another one");
    lock_is_free();
    n_dropped++;
}

TEST(turns, are_both_rung_for_all_by_a_close)
{
    begin(&noting, 0);
    check(!ladder_put(&q, &q, NULL) && !ladder_put(&q, &q, NULL), "put fails");
    let_wait(2, 5);
    ladder_close(&q, drop, &n_dropped);
    check(notes.n_wakes == 2 && notes.n_woken == 7, "%u woken", notes.n_woken);
    check(notes.woken == &q.not_full, "not both");
    lock_is_free();
    check(n_dropped == 2 && ladder_size(&q) == 0, "%u dropped", n_dropped);
    lock_is_free();
    let_wait(2, 0);
    ladder_close(&q, NULL, NULL);
    rang(&q.not_empty, 2);
    end();
}

static bool
is_readable(int fd)
{
    struct pollfd ready = {.fd = fd, .events = POLLIN};

    return poll(&ready, 1, 0) == 1;
}

/* A program that has closed its input gets a descriptor 0, which is as good as
 * any.
 */
TEST(turns, have_a_descriptor_beside_them_whatever_its_number)
{
    void *item;

    begin(&noting, 1);
    close(STDIN_FILENO);
    int fd = ladder_fd(&q);
    check(fd == 0 && ladder_fd(&q) == 0, "%d", fd);
    lock_is_free();
    check(!is_readable(fd), "an empty queue is heard of");
    check(!ladder_put(&q, &q, NULL) && is_readable(fd), "a put is not");
    uint64_t n;
    check(read(fd, &n, sizeof(n)) == sizeof(n) && !is_readable(fd), "read");
    check(ladder_put(&q, &q, &at_once) == EAGAIN, "it is full");
    check(!is_readable(fd), "a put that fails is heard of");
    check(!ladder_get(&q, &item, NULL) && !is_readable(fd), "a get is");
    ladder_close(&q, NULL, NULL);
    check(is_readable(fd), "a close is not");
    end();
    check(dup(STDERR_FILENO) == 0, "the descriptor is not closed");
}

TEST(turns, have_a_descriptor_that_knows_what_was_before)
{
    begin(&noting, 1);
    check(!ladder_put(&q, &q, NULL), "put fails");
    check(is_readable(ladder_fd(&q)), "an item that is there");
    end();
    begin(&noting, 1);
    ladder_close(&q, NULL, NULL);
    check(is_readable(ladder_fd(&q)), "a close that was");
    end();
}
