/* A test, once written, runs twice: by Criterion and by a plain driver.
 * SPDX-License-Identifier: MIT
 *
 *     TEST(deque, gives_back_what_was_pushed_first)
 *     {
 *         ...
 *         check(size == 2, "size is %zu", size);
 *     }
 *
 * With -DPLAIN the tests register themselves with the driver in plain.c,
 * which any sanitizer, Helgrind and a machine without Criterion can run;
 * else each is a Criterion Test.  Either way a test is a process of its own
 * with a time limit, which only ends a hang and judges nothing.
 */
#ifndef DOORBELL_TESTS_HARNESS_TEST_H
#define DOORBELL_TESTS_HARNESS_TEST_H

#include <stdbool.h>
#include <stddef.h>

enum { TEST_LIMIT_S = 300 };

/* What the test is at ("capacity 3: "): comes before every message. */
extern char test_at[128];

/* Ends the test as failed, with file, line and a message in printf form; for
 * the main thread alone.
 */
__attribute__((format(printf, 3, 4), noreturn)) void
test_fail(const char *file, int line, const char *format, ...);

/* Fails the test with the message unless the condition holds. */
#define check(condition, ...)                                                  \
    ((condition) ? (void)0 : test_fail(__FILE__, __LINE__, __VA_ARGS__))

/* BEFORE_ALL(f) calls f before the first test of an executable, AFTER_ALL(f) after the
 * last, in the process that runs the tests; each stands on a line of its own.  What f
 * puts into the environment each test sees.
 */
#ifdef PLAIN

extern void (*plain_before)(void), (*plain_after)(void);

#define BEFORE_ALL(f) PLAIN_CALLS(plain_before, f)
#define AFTER_ALL(f)  PLAIN_CALLS(plain_after, f)
#define PLAIN_CALLS(when, f)                                                   \
    __attribute__((constructor)) static void set_##when(void)                  \
    {                                                                          \
        when = f;                                                              \
    }

struct plain_test {
    const char *suite, *name;
    void (*body)(void);
    struct plain_test *next;
};

void plain_register(struct plain_test *test);

#define TEST(suite, name)                                                      \
    static void suite##_##name(void);                                          \
    __attribute__((constructor)) static void register_##suite##_##name(void)   \
    {                                                                          \
        static struct plain_test test = {#suite, #name, suite##_##name, NULL}; \
        plain_register(&test);                                                 \
    }                                                                          \
    static void suite##_##name(void)

#else

#include <criterion/criterion.h>
#include <criterion/hooks.h>

#define BEFORE_ALL(f) CRITERION_CALLS(PRE_ALL, criterion_test_set, f)
#define AFTER_ALL(f)  CRITERION_CALLS(POST_ALL, criterion_global_stats, f)
#define CRITERION_CALLS(when, kind, f)                                         \
    ReportHook(when)(struct kind * nothing)                                    \
    {                                                                          \
        (void)nothing;                                                         \
        f();                                                                   \
    }

#define TEST(suite, name) Test(suite, name, .timeout = TEST_LIMIT_S)

#endif

#endif
