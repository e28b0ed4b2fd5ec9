/* A pipeline that cannot start is as if never started.
 * SPDX-License-Identifier: MIT
 */
#include <dirent.h>
#include <errno.h>
#include <sched.h>

#include "capacities.h"
#include "fail.h"
#include "pipeline/line.h"

static size_t
n_threads(void)
{
    size_t n = 0;
    DIR *tasks = opendir("/proc/self/task");

    check(tasks, "/proc/self/task cannot be read");
    for (struct dirent *d; (d = readdir(tasks));)
        n += d->d_name[0] != '.';
    closedir(tasks);
    return n;
}

/* Lets the k-th such call fail, for all k until the start succeeds.  Returns
 * how many calls there were to fail.
 */
static size_t
fails_at_each(enum fail_call call, int expected, size_t capacity,
              const size_t n_workers[LINE_STAGES])
{
    static struct line l;
    size_t alive = fail_n_alive();

    for (size_t k = 1;; k++) {
        line_init(&l, capacity, n_workers);
        fail_at(call, k);
        int error = line_start(&l);
        fail_at(call, 0);
        if (!error) {
            line_end(&l);
            return k - 1;
        }
        check(error == expected, "call %zu: start gives %d", k, error);
        check(n_opened == n_closed, "call %zu: %zu opened, %zu closed", k,
              n_opened, n_closed);
        check(fail_n_alive() == alive, "call %zu: something is left", k);
    }
}

/* The second time, since a sanitizer starts a thread of its own at the first.
 * A thread that was joined may still be seen for a moment; one that was not
 * is seen until the time limit.
 */
static void
no_thread(size_t capacity)
{
    fails_at_each(FAIL_CREATE, EAGAIN, capacity, one_each);
    size_t before = n_threads();
    size_t n = fails_at_each(FAIL_CREATE, EAGAIN, capacity, four_three_five);

    check(n == 12, "%zu starts failed, not 12", n);
    while (n_threads() > before)
        sched_yield();
}

TEST(pipeline_start, joins_those_it_started_when_a_thread_is_refused)
{
    over_capacities(no_thread);
}

static void
no_lock(size_t capacity)
{
    size_t n = fails_at_each(FAIL_MUTEX_INIT, EAGAIN, capacity, one_each);

    check(n == 4, "%zu starts failed, not 4", n);
}

TEST(pipeline_start, undoes_the_queues_when_one_cannot_be_made)
{
    over_capacities(no_lock);
}

static void
no_memory(size_t capacity)
{
    size_t n = fails_at_each(FAIL_CALLOC, ENOMEM, capacity, one_each);

    check(n == 1, "%zu starts failed, not 1", n);
}

TEST(pipeline_start, undoes_the_queues_without_memory_for_workers)
{
    over_capacities(no_memory);
}

static void
any_open(size_t capacity)
{
    static struct line l;

    for (size_t k = 1; k <= 12; k++) {
        line_init(&l, capacity, four_three_five);
        open_counted_fails_at(k);
        int error = line_start(&l);
        check(error == EMFILE, "open %zu: start gives %d", k, error);
        check(n_opened == n_closed, "open %zu: not all closed", k);
    }
}

TEST(pipeline_start, joins_those_it_started_when_any_worker_cannot_open)
{
    over_capacities(any_open);
}
