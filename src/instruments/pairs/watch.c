/* The calls of a running program, as libpairs.so notes them.
 * SPDX-License-Identifier: MIT
 */
#include "hooks/hooks.h"
#include "pairs/report.h"
#include "pairs/watch.h"

#define FAST __attribute__((tls_model("initial-exec")))

static struct orders orders;
static struct {
    pthread_t as;
    unsigned long nth;
} began[LINEAGE_MAX];
static atomic_flag busy = ATOMIC_FLAG_INIT;
static _Thread_local unsigned self FAST; /* 1 + its number; 0: not yet known */
static _Thread_local bool inside FAST;

/* False when this thread is inside already: it runs a signal handler. */
static bool
enter(void)
{
    if (inside) {
        orders.n_left_out++;
        return false;
    }
    inside = true;
    while (atomic_flag_test_and_set_explicit(&busy, memory_order_acquire))
        hooks_real()->sched_yield();
    if (!self)
        self = 1 + lineage_begin(&orders.lineage, NO_THREAD);
    return true;
}

static void
leave(void)
{
    atomic_flag_clear_explicit(&busy, memory_order_release);
    inside = false;
}

const struct orders *
watch_orders(void)
{
    return &orders;
}

void
watch_step(enum step_kind kind, const void *site, const void *object)
{
    if (!enter())
        return;
    orders_note(&orders, self - 1, kind, site, object);
    leave();
}

void
watch_forget(const void *object)
{
    if (!enter())
        return;
    orders_forget(&orders, object);
    leave();
}

unsigned
watch_create(void)
{
    unsigned number = NO_THREAD;

    if (!enter())
        return number;
    if (self - 1 != NO_THREAD)
        number = lineage_begin(&orders.lineage, self - 1);
    leave();
    return number;
}

void
watch_begin(unsigned number)
{
    static unsigned long n_begun;

    self = 1 + number;
    if (number == NO_THREAD || !enter())
        return;
    began[number].as = hooks_real()->pthread_self();
    began[number].nth = ++n_begun;
    leave();
}

void
watch_end(void)
{
    if (self - 1 == NO_THREAD || !enter())
        return;
    lineage_end(&orders.lineage, self - 1);
    leave();
}

/* Of the threads that have ended with this name: a name is given again, and the
 * one that began last is meant.
 */
static unsigned
ended_as(pthread_t thread)
{
    unsigned found = NO_THREAD;

    for (unsigned t = 0; t < orders.lineage.n; t++)
        if (orders.lineage.ended[t] && pthread_equal(began[t].as, thread) &&
            (found == NO_THREAD || began[t].nth > began[found].nth))
            found = t;
    return found;
}

void
watch_join(pthread_t thread)
{
    if (!enter())
        return;
    unsigned number = ended_as(thread);
    if (number != NO_THREAD && self - 1 != NO_THREAD)
        lineage_join(&orders.lineage, self - 1, number);
    leave();
}

/* No thread is in the table while the process is copied. */
static _Thread_local bool forks FAST;

static void
before_fork(void)
{
    forks = enter();
}

static void
after_fork(void)
{
    if (forks)
        leave();
    forks = false;
}

static void
after_fork_as_child(void)
{
    after_fork();
    report_child();
}

__attribute__((constructor)) static void
begin(void)
{
    if (pthread_atfork(before_fork, after_fork, after_fork_as_child))
        return; /* no memory: a child may then wait for a thread it has not */
}
