/* Holds threads up between the calls of a program.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>

#include "hooks/hooks.h"
#include "random.h"
#include "whyhang/shake/hold.h"
#include "whyhang/shake/shake.h"
#include "whyhang/watch/watched.h"

enum {
    ONE_IN = 4,
    POINTS_TO_TIRE = 16, /* after so many more, one less often */
    SELDOM = 64,
    OTHERS_MAX = 8
};

static bool shaken;
static unsigned long seed;
static struct plan {
    bool noise;       /* naps here and there, or one hold at the nth point */
    bool until_still; /* the naps are as long as a hold */
    bool child_first, parent_first;
    enum depth children; /* which of those that wait for their parent goes on */
    unsigned long nth;
} plan;
static atomic_ulong n_passed; /* points, by all threads */

static _Thread_local struct {
    uint64_t state;
    unsigned long n_points;
} own __attribute__((tls_model("initial-exec")));

static struct plan
plan_noise(unsigned long n)
{
    return (struct plan){.noise = true,
                         .until_still = n / 4 % 2,
                         .child_first = n % 4 == 1,
                         .parent_first = n % 4 >= 2,
                         .children = n % 4 == 2 ? OLDEST_FIRST : NEWEST_FIRST};
}

static struct plan
plan_hold(unsigned long n)
{
    return (struct plan){.child_first = n % 2,
                         .parent_first = n % 2 == 0,
                         .children = n / 2 % 2 ? NEWEST_FIRST : OLDEST_FIRST,
                         .nth = n / 2};
}

void
shake_begin(void)
{
    const char *text = getenv("WHYHANG_SHAKE");

    if (!text)
        return;
    shaken = true;
    seed = strtoul(text, NULL, 10);
    plan = seed % 2 ? plan_noise(seed / 2) : plan_hold(seed / 2);
}

/* A thread's own sequence: by the seed, and by how many were before it. */
static uint64_t
first_state(void)
{
    uint64_t start = seed << 16;

    for (size_t i = 0; watched_number(i) && watched_number(i) != watched_self();
         i++)
        start++;
    return start;
}

static unsigned long
one_in(void)
{
    unsigned long tired = ONE_IN + own.n_points++ / POINTS_TO_TIRE;

    return tired < SELDOM ? tired : SELDOM;
}

/* 0, or how many points of others a nap here lasts. */
static unsigned long
draw_nap(void)
{
    if (!own.state)
        own.state = first_state();
    uint64_t draw = random_next(&own.state);
    return (draw >> 32) % one_in() ? 0 : 1 + draw % OTHERS_MAX;
}

enum length { NONE, SHORT, LONG };

static enum length
draw_length(unsigned long n, unsigned long *n_others)
{
    *n_others = plan.noise ? draw_nap() : 0;
    if (*n_others && !plan.until_still)
        return SHORT;
    return *n_others || n == plan.nth ? LONG : NONE;
}

/* At the point the thread goes on, or naps; without the mutex, if there is one. */
static void
pass(pthread_mutex_t *mutex)
{
    int error = errno;
    unsigned long n = atomic_fetch_add(&n_passed, 1) + 1, n_others;
    enum length length = draw_length(n, &n_others);

    if (length && mutex)
        hooks_real()->pthread_mutex_unlock(mutex);
    if (length == SHORT)
        hold_for(&n_passed, n_others);
    else if (length == LONG)
        hold_until_still(&n_passed, DEEPLY);
    if (length && mutex)
        hooks_real()->pthread_mutex_lock(mutex);
    errno = error;
}

void
shake(void)
{
    if (shaken)
        pass(NULL);
}

/* A recursive mutex that was locked twice is not given back by one unlock. */
void
shake_woken(pthread_mutex_t *mutex)
{
    if (shaken)
        pass(mutex->__data.__count > 1 ? NULL : mutex);
}

/* A new thread and its parent agree which of them goes first. */
static void
take_turns(bool waits)
{
    int error = errno;

    if (waits)
        hold_until_still(&n_passed, plan.children);
    errno = error;
    shake();
}

void
shake_start(void)
{
    take_turns(plan.parent_first);
}

void
shake_made(void)
{
    take_turns(plan.child_first);
}
