/* Signals and fork: they end no wait and hurt nobody.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/wait.h>
#include <unistd.h>

#include "page.h"
#include "waiter.h"

static atomic_size_t n_handled;

static void
count_signal(int signal)
{
    (void)signal;
    atomic_fetch_add(&n_handled, 1);
}

/* One after another, so that each of them arrives. */
static void
storm(pthread_t thread, size_t n)
{
    struct sigaction action = {.sa_handler = count_signal};

    check(!sigaction(SIGUSR1, &action, NULL), "sigaction");
    n_handled = 0;
    for (size_t i = 1; i <= n; i++) {
        check(!pthread_kill(thread, SIGUSR1), "signal %zu", i);
        while (n_handled < i)
            sched_yield();
    }
}

static void
survives_storm(enum operation operation)
{
    struct queue q;
    struct waiter w;

    make_queue(&q, "storm", 1);
    make_it_wait(&q, operation);
    waiter_start(&w, &q, operation, &q);
    storm(w.thread, 500);
    await_waiting(&q, 1);
    let_it_go(&q, operation);
    check(waiter_end(&w) == 0, "%s gives %d", operation_names[operation],
          w.result);
    end_queue(&q);
}

TEST(signals, do_not_end_a_get)
{
    survives_storm(GET);
    survives_storm(GET_UNTIL);
}

TEST(signals, do_not_end_a_put)
{
    survives_storm(PUT);
    survives_storm(PUT_UNTIL);
}

TEST(signals, do_not_end_a_join)
{
    survives_storm(JOIN);
    survives_storm(JOIN_UNTIL);
}

TEST(signals, and_a_fork_do_not_hurt_the_parents_waiters)
{
    struct queue q;
    struct waiter getter;
    int status;

    make_queue(&q, "fork", 1);
    waiter_start(&getter, &q, GET, NULL);
    pid_t child = fork();
    if (child == 0)
        _exit(7);
    check(child > 0, "no fork");
    check(waitpid(child, &status, 0) == child, "no child");
    check(WIFEXITED(status) && WEXITSTATUS(status) == 7, "the child failed");
    check(!queue_put(&q, &q), "put fails");
    check(waiter_end(&getter) == 0, "get fails");
    check(getter.item == &q, "another item");
    end_queue(&q);
}
