/* The plain driver: runs each registered test in a child, with a time limit.
 * SPDX-License-Identifier: MIT
 *
 * usage: TEST [--here] [--not WORD]... [WORD]
 * runs the tests whose "suite/name" contains WORD, and none of the others;
 * with --here all in this one process, for tools that lose track over fork.
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fail.h"
#include "test.h"

char test_at[128];

static struct plain_test *first, **last = &first;

void
plain_register(struct plain_test *test)
{
    *last = test;
    last = &test->next;
}

void (*plain_before)(void), (*plain_after)(void);

void
test_fail(const char *file, int line, const char *format, ...)
{
    va_list arguments;

    fprintf(stderr, "%s:%d: %s", file, line, test_at);
    va_start(arguments, format);
    vfprintf(stderr, format, arguments);
    va_end(arguments);
    fputc('\n', stderr);
    exit(1);
}

/* In seconds; TEST_LIMIT_S in the environment is for who makes tests hang. */
static unsigned
limit_s(void)
{
    const char *given = getenv("TEST_LIMIT_S");

    return given ? (unsigned)strtoul(given, NULL, 10)
                 : TEST_LIMIT_S * 4; /* sanitizers are slow */
}

/* Returns whether the test ended by itself, with 0: a sanitizer's exit code,
 * a signal and the time limit all count as failed.
 */
static bool
run_in_child(const struct plain_test *test)
{
    int status;

    fflush(NULL);
    pid_t child = fork();
    if (child < 0) {
        perror("fork");
        exit(1);
    }
    if (child == 0) {
        alarm(limit_s());
        fail_begin();
        test->body();
        exit(0);
    }
    if (waitpid(child, &status, 0) != child)
        return false;
    if (WIFSIGNALED(status))
        fprintf(stderr, "ended by: %s\n", strsignal(WTERMSIG(status)));
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static bool
matches(const struct plain_test *test, const char *word)
{
    char name[256];

    snprintf(name, sizeof(name), "%s/%s", test->suite, test->name);
    return strstr(name, word);
}

/* Whether a "--not WORD" among the first n words leaves the test out. */
static bool
left_out(const struct plain_test *test, char **words, int n)
{
    for (int i = 0; i + 1 < n; i += 2)
        if (matches(test, words[i + 1]))
            return true;
    return false;
}

static bool
passes(const struct plain_test *test, bool here)
{
    if (!here)
        return run_in_child(test);
    test->body();
    return true;
}

int
main(int argc, char **argv)
{
    bool here = argc > 1 && !strcmp(argv[1], "--here");
    char **words = argv + 1 + here;
    int n_not = 0, n_passed = 0, n_failed = 0;

    while (words[n_not] && !strcmp(words[n_not], "--not") && words[n_not + 1])
        n_not += 2;
    const char *word = words[n_not];
    if (plain_before)
        plain_before();
    for (struct plain_test *test = first; test; test = test->next) {
        if (left_out(test, words, n_not) || (word && !matches(test, word)))
            continue;
        bool passed = passes(test, here);
        n_passed += passed;
        n_failed += !passed;
        printf("%s %s/%s\n", passed ? "passed" : "FAILED", test->suite,
               test->name);
    }
    if (plain_after)
        plain_after();
    printf("%d passed, %d failed\n", n_passed, n_failed);
    return n_failed || !n_passed;
}
