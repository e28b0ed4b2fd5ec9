/* The clocks: nobody wakes too early.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <inttypes.h>
#include <signal.h>
#include <time.h>

#include "clock.h"
#include "test.h"

static void
do_nothing(int signal)
{
    (void)signal;
}

/* A signal every millisecond, from now on; not SIGALRM, which is the test's
 * own time limit.
 */
static timer_t
ring_every_ms(void)
{
    struct sigaction action = {.sa_handler = do_nothing};
    struct sigevent event = {.sigev_notify = SIGEV_SIGNAL,
                             .sigev_signo = SIGUSR1};
    struct itimerspec each_ms = {{0, NS_PER_MS}, {0, NS_PER_MS}};
    timer_t timer;

    check(!sigaction(SIGUSR1, &action, NULL), "sigaction");
    check(!timer_create(CLOCK_MONOTONIC, &event, &timer), "timer_create");
    check(!timer_settime(timer, 0, &each_ms, NULL), "timer_settime");
    return timer;
}

TEST(clock, nap_is_not_shorter_than_asked)
{
    for (int64_t ns = 1; ns < 10 * NS_PER_MS; ns *= 7) {
        int64_t start = clock_now_ns();
        clock_nap(ns);
        int64_t took = clock_now_ns() - start;
        check(took >= ns, "%" PRId64 " ns instead of %" PRId64, took, ns);
    }
}

TEST(clock, nap_is_not_shortened_by_signals)
{
    int64_t start = clock_now_ns();
    timer_t timer = ring_every_ms();

    clock_nap(20 * NS_PER_MS);
    timer_delete(timer);
    int64_t took = clock_now_ns() - start;
    check(took >= 20 * NS_PER_MS, "woke after %" PRId64 " ns", took);
}

TEST(clock, nap_of_nought_or_less_returns)
{
    clock_nap(0);
    clock_nap(-1);
    clock_nap(INT64_MIN);
}

TEST(clock, sleep_until_the_past_returns_0)
{
    check(clock_sleep_until(0) == 0, "moment 0");
    check(clock_sleep_until(-5) == 0, "moment -5");
    check(clock_sleep_until(clock_now_ns()) == 0, "now");
}

TEST(clock, sleep_until_does_not_wake_before_the_moment)
{
    int64_t moment = clock_now_ns() + 5 * NS_PER_MS;

    check(clock_sleep_until(moment) == 0, "it says it was interrupted");
    check(clock_now_ns() >= moment, "too early");
}

TEST(clock, sleep_until_tells_of_a_signal)
{
    timer_t timer = ring_every_ms();

    int error = clock_sleep_until(clock_now_ns() + 3600 * NS_PER_S);
    timer_delete(timer);
    check(error == EINTR, "it gives %d", error);
}

TEST(clock, cpu_time_of_a_sleeper_stands_nearly_still)
{
    int64_t before = clock_thread_cpu_ns();

    clock_nap(30 * NS_PER_MS);
    int64_t used = clock_thread_cpu_ns() - before;
    check(used < 25 * NS_PER_MS, "%" PRId64 " ns of CPU", used);
    int64_t thread_ns = clock_thread_cpu_ns();
    check(clock_process_cpu_ns() >= thread_ns, "it used more than its process");
}

TEST(clock, a_timespec_and_back_is_the_same)
{
    struct timespec t = clock_timespec(INT64_C(3000000007));

    check(t.tv_sec == 3 && t.tv_nsec == 7, "%ld.%09ld", t.tv_sec, t.tv_nsec);
    check(clock_ns(t) == INT64_C(3000000007), "not the same");
}

TEST(clock, a_moment_beyond_the_last_is_the_last)
{
    struct timespec t = {.tv_sec = (time_t)1000 * 365 * 86400};

    check(clock_ns(t) == INT64_MAX, "it is %lld", (long long)clock_ns(t));
}
