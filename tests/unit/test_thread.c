/* Threads: their names, and the signals that are not theirs.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <signal.h>
#include <string.h>

#include "fail.h"
#include "test.h"
#include "thread.h"

static pthread_mutex_t held = PTHREAD_MUTEX_INITIALIZER;

static void *
wait_for_lock(void *nothing)
{
    pthread_mutex_lock(&held);
    pthread_mutex_unlock(&held);
    return nothing;
}

/* The lock keeps the thread alive until its name was read. */
static void
name_is(const char *role, size_t index, const char *expected)
{
    pthread_t thread;
    char name[16];

    pthread_mutex_lock(&held);
    check(!thread_start(&thread, role, index, wait_for_lock, NULL), "start");
    int error = pthread_getname_np(thread, name, sizeof(name));
    pthread_mutex_unlock(&held);
    pthread_join(thread, NULL);
    check(!error, "the name cannot be read: %d", error);
    check(!strcmp(name, expected), "'%s' instead of '%s'", name, expected);
}

TEST(thread, is_named_role_and_index)
{
    name_is("download", 0, "download-0");
    name_is("producer", 12, "producer-12");
}

TEST(thread, keeps_its_index_when_the_role_is_too_long)
{
    name_is("averyveryverylongrole", 7, "averyveryvery-7");
    name_is("averyveryverylongrole", 12345, "averyvery-12345");
}

static void *
read_mask(void *set)
{
    pthread_sigmask(SIG_SETMASK, NULL, set);
    return NULL;
}

TEST(thread, leaves_outside_signals_to_main)
{
    static const int outside[] = {SIGINT, SIGTERM, SIGHUP, SIGWINCH};
    pthread_t thread;
    sigset_t set;

    check(!thread_start(&thread, "mask", 0, read_mask, &set), "start");
    pthread_join(thread, NULL);
    for (size_t i = 0; i < 4; i++)
        check(sigismember(&set, outside[i]), "%s reaches it",
              strsignal(outside[i]));
    check(!sigismember(&set, SIGSEGV), "it does not see its own faults");
}

TEST(thread, start_leaves_the_callers_signals_as_they_were)
{
    pthread_t thread;
    sigset_t before, after, set;

    pthread_sigmask(SIG_SETMASK, NULL, &before);
    check(!thread_start(&thread, "mask", 0, read_mask, &set), "start");
    pthread_join(thread, NULL);
    fail_at(FAIL_CREATE, 1);
    check(thread_start(&thread, "mask", 0, read_mask, &set), "no failure");
    pthread_sigmask(SIG_SETMASK, NULL, &after);
    check(sigismember(&before, SIGINT) == sigismember(&after, SIGINT),
          "SIGINT has changed");
}

TEST(thread, start_returns_the_error_of_pthread_create)
{
    pthread_t thread;
    sigset_t set;

    fail_at(FAIL_CREATE, 1);
    int error = thread_start(&thread, "none", 0, read_mask, &set);
    check(error == EAGAIN, "it gives %d", error);
}
