/* Cases: a signal ends no wait.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <sched.h>
#include <signal.h>

#include "bench/contenders/cases/caller.h"
#include "bench/contenders/cases/case.h"
#include "must.h"

enum { N_SIGNALS = 20 };

static atomic_int n_handled;

static void
count(int number)
{
    (void)number;
    atomic_fetch_add(&n_handled, 1);
}

/* Without SA_RESTART: each system call that waits sees it. */
static void
disturb(struct caller *c)
{
    struct sigaction action = {.sa_handler = count};

    must(sigaction(SIGUSR1, &action, NULL) ? errno : 0);
    while (atomic_load(&n_handled) < N_SIGNALS) {
        pthread_kill(c->thread, SIGUSR1);
        sched_yield();
    }
    still_waits(c);
}

CASE(signals, a_get_that_waits_is_not_ended, SIGNALS)
{
    struct caller getter = {.call = CALLS_GET};

    caller_start(&getter, q);
    disturb(&getter);
    put(q, 5);
    returns(&getter, 0);
    expect(getter.item == 5, "it gets item %zu", (size_t)getter.item);
}

CASE(signals, a_put_that_waits_is_not_ended, BOUNDED | SIGNALS)
{
    struct caller putter = {.call = CALLS_PUT, .item = 50};

    fill(q, q->capacity);
    caller_start(&putter, q);
    disturb(&putter);
    get(q, 1);
    returns(&putter, 0);
}

CASE(signals, a_get_with_a_deadline_is_not_ended, TIMED | SIGNALS)
{
    struct timespec deadline = much_later();
    struct caller getter = {.call = CALLS_GET, .deadline = &deadline};

    caller_start(&getter, q);
    disturb(&getter);
    put(q, 5);
    returns(&getter, 0);
}

CASE(signals, a_put_with_a_deadline_is_not_ended, BOUNDED | TIMED | SIGNALS)
{
    struct timespec deadline = much_later();
    struct caller putter = {.call = CALLS_PUT, .deadline = &deadline};

    fill(q, q->capacity);
    caller_start(&putter, q);
    disturb(&putter);
    get(q, 1);
    returns(&putter, 0);
}

CASE(signals, a_join_is_not_ended, JOIN | SIGNALS)
{
    struct caller joiner = {.call = CALLS_JOIN};

    put(q, 1);
    caller_start(&joiner, q);
    disturb(&joiner);
    done_gives(q, 0);
    returns(&joiner, 0);
}

CASE(signals, a_close_still_ends_a_get_that_had_one, CLOSE | SIGNALS)
{
    struct caller getter = {.call = CALLS_GET};

    caller_start(&getter, q);
    disturb(&getter);
    close_it(q);
    returns(&getter, EPIPE);
}
