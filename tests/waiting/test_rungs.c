/* Every rung of the ladder is a queue.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <fcntl.h>
#include <string.h>

#include "bench/contenders/conformance/conformance.h"
#include "clock.h"
#include "test.h"

static void
passes(const char *name)
{
    const struct contender *const *list =
        contenders_load(BUILD "/contenders/waiting.so");

    while (*list && strcmp((*list)->name, name))
        list++;
    check(*list, "there is no rung '%s'", name);
    struct conformance result = conformance_test(*list, false);
    check(result.n_tests > 40, "only %zu tests", result.n_tests);
    check(!result.n_failed, "%s", result.why);
}

TEST(rungs, spin)
{
    passes("spin");
}

TEST(rungs, pause)
{
    passes("pause");
}

TEST(rungs, yield)
{
    passes("yield");
}

TEST(rungs, nap)
{
    passes("nap-1ms");
}

TEST(rungs, backoff)
{
    passes("backoff");
}

TEST(rungs, condvar)
{
    passes("condvar");
}

TEST(rungs, condvar_rung_under_the_lock)
{
    passes("condvar-locked");
}

TEST(rungs, semaphore)
{
    passes("semaphore");
}

TEST(rungs, futex)
{
    passes("futex");
}

TEST(rungs, eventfd)
{
    passes("eventfd");
}

TEST(rungs, spin_then_park)
{
    passes("spin-20us-park");
}

TEST(rungs, adaptive)
{
    passes("adaptive");
}

TEST(rungs, gather)
{
    passes("gather-10ms");
}

TEST(rungs, have_names_of_their_own)
{
    const struct contender *const *list =
        contenders_load(BUILD "/contenders/waiting.so");

    for (size_t i = 0; list[i]; i++)
        for (size_t j = 0; j < i; j++)
            check(strcmp(list[i]->name, list[j]->name), "two are called '%s'",
                  list[i]->name);
}

/* Whether a wait that is given up has counted its looks.  A thread that is
 * preempted for its whole spin has not looked, so a few waits may be needed;
 * each has a queue of its own, for an adaptive way learns not to spin. */
static bool
counts_its_looks(const struct contender *c)
{
    bool counted = false;

    for (int waits = 0; waits < 20 && !counted; waits++) {
        struct timespec soon = clock_timespec(clock_now_ns() + 50 * NS_PER_MS);
        uintptr_t item;
        void *q;
        check(c->create(c, 1, &q) == 0, "%s", c->name);
        check(c->get(q, &item, &soon) == ETIMEDOUT, "%s", c->name);
        counted = c->counts(q).polls > 0;
        check(c->destroy(q) == 0, "%s", c->name);
    }
    return counted;
}

TEST(rungs, that_poll_count_looks_that_find_nothing)
{
    const struct contender *const *list =
        contenders_load(BUILD "/contenders/waiting.so");

    for (; *list; list++)
        if ((*list)->traits & CONTENDER_POLLS)
            check(counts_its_looks(*list), "%s: no look was counted",
                  (*list)->name);
}

static size_t
n_descriptors(void)
{
    size_t n = 0;

    for (int fd = 0; fd < 256; fd++)
        n += fcntl(fd, F_GETFD) >= 0;
    return n;
}

TEST(rungs, give_their_descriptors_back)
{
    const struct contender *const *list =
        contenders_load(BUILD "/contenders/waiting.so");
    size_t before = n_descriptors();

    for (; *list; list++) {
        void *q;
        check((*list)->create(*list, 3, &q) == 0, "%s", (*list)->name);
        check((*list)->destroy(q) == 0, "%s", (*list)->name);
        check(n_descriptors() == before, "%s: one is left", (*list)->name);
    }
}
