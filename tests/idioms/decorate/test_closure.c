/* decorate: around a function of any signature, stacked, and off again.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "decorate/decorate.h"
#include "fail.h"
#include "test.h"

/* What passed by, in a line: "fib(1) is 1; ..." */
static char seen[256];

static void
note(const char *text)
{
    size_t n = strlen(seen);

    snprintf(seen + n, sizeof(seen) - n, "%s", text);
}

#define check_seen(expected) check(!strcmp(seen, expected), "seen: %s", seen)

static void
noting_around(struct call *call, const struct decorator *self)
{
    char text[128];

    note(self->context);
    note("(");
    call_print(call, text, sizeof(text));
    note(text);
    call_go_on(call);
    call_print_result(call, text, sizeof(text));
    note(" is ");
    note(text);
    note(")");
}

static struct decorator
noting(const char *name)
{
    return (struct decorator){.name = "noted",
                              .around = noting_around,
                              .context = (void *)name};
}

static double
mix(int a, const char *text, double b, int64_t c, char d, float e, bool f)
{
    return a + b + (double)c + d + (double)e + f + (double)strlen(text);
}

TEST(decorate, passes_arguments_and_result_of_every_type)
{
    double (*f)(int, const char *, double, int64_t, char, float, bool) =
        decorate(noting("a"), mix,
                 "double(int, const char *, double, int64_t, char, float, "
                 "bool)");
    double result = f(-1, "two", 0.5, 1LL << 40, 'x', 0.25F, true);

    check(result == -1 + 3 + 0.5 + 1099511627776.0 + 'x' + 0.25 + 1, "%g",
          result);
    check_seen("a(mix(-1, \"two\", 0.5, 1099511627776, 'x', 0.25, true) is "
               "1.09951e+12)");
    undecorate(f);
}

static int8_t
small(int8_t n)
{
    return (int8_t)-n;
}

TEST(decorate, keeps_the_sign_of_small_results)
{
    int8_t (*f)(int8_t) = decorate(noting("a"), small, "int8_t(int8_t)");
    int8_t result = f(100);

    check(result == -100, "it is %d", result);
    check_seen("a(small(100) is -100)");
    undecorate(f);
}

static unsigned char
large(unsigned char n)
{
    return n;
}

TEST(decorate, keeps_large_results_without_a_sign)
{
    unsigned char (*f)(unsigned char) =
        decorate(noting("a"), large, "unsigned char(unsigned char)");
    int result = f(200);

    check(result == 200, "it is %d", result);
    check_seen("a(large(200) is 200)");
    undecorate(f);
}

static int n_calls;

static void
nothing(void)
{
    n_calls++;
}

TEST(decorate, does_without_arguments_and_result)
{
    void (*f)(void) = decorate(noting("a"), nothing, "void(void)");

    f();
    check(n_calls == 1, "%d calls", n_calls);
    check_seen("a(nothing() is nothing)");
    undecorate(f);
}

static int
negate(int n)
{
    return -n;
}

TEST(decorate, stacks_with_the_last_one_outside)
{
    int (*f)(int) = decorate(noting("a"), negate, "int(int)");

    f = decorate(noting("b"), f, "int(int)");
    check(f(1) == -1, "another result");
    check_seen("b(negate(1)a(negate(1) is -1) is -1)");
    undecorate(undecorate(f));
}

TEST(undecorate, takes_off_the_outer_one_first)
{
    int (*f)(int) = decorate(noting("a"), negate, "int(int)");

    f = decorate(noting("b"), f, "int(int)");
    f = undecorate(f);
    check(f(1) == -1, "another result");
    check_seen("a(negate(1) is -1)");
    f = undecorate(f);
    check(f == negate, "another function");
    check(undecorate(f) == negate, "a plain function is what it is");
}

TEST(callable_of, has_the_name_through_all_wrappers)
{
    int (*f)(int) = decorate(trace, negate, "int(int)");
    int (*g)(int) = decorate(trace, f, "int(int)");
    const struct callable *c = callable_of((any_function)g);

    check(c && !strcmp(c->name, "negate"), "the name is %s", c ? c->name : "-");
    check(!strcmp(c->signature, "int(int)"), "it is %s", c->signature);
    check(c->wrapped == callable_of((any_function)f), "it wraps another one");
    check(unwrap(c)->address == (any_function)negate, "another at the bottom");
    check(!callable_of((any_function)negate), "a plain one has none");
    undecorate(undecorate(g));
}

static int n_failures;

static int
fail_sometimes(void)
{
    n_calls++;
    return n_failures-- > 0 ? EAGAIN : 0;
}

TEST(retry, calls_again_until_it_goes_well)
{
    int (*f)(void) = decorate(retry(3), fail_sometimes, "int(void)");

    n_failures = 2;
    check(f() == 0 && n_calls == 3, "%d calls", n_calls);
    check(f() == 0 && n_calls == 4, "%d calls", n_calls);
    undecorate(f);
}

TEST(retry, gives_up_with_the_last_error)
{
    int (*f)(void) = decorate(retry(3), fail_sometimes, "int(void)");

    n_failures = 100;
    check(f() == EAGAIN && n_calls == 3, "%d calls", n_calls);
    undecorate(f);
}

TEST(timed, counts_calls_and_their_time)
{
    struct timing timing = {0};
    int (*f)(int) = decorate(timed(&timing), negate, "int(int)");

    for (int i = 0; i < 10; i++)
        check(f(i) == -i, "another result");
    check(timing.n_calls == 10 && timing.total_ns > 0, "%zu calls, %lld ns",
          timing.n_calls, timing.total_ns);
    undecorate(f);
}

TEST(decorate, refuses_what_is_no_signature)
{
    int (*f)(int) = decorate(trace, negate, "int(int");

    check(!f && errno == EINVAL, "errno is %d", errno);
}

TEST(decorate, leaves_nothing_behind_without_memory)
{
    for (size_t k = 1; k <= 2; k++) {
        fail_at(FAIL_CALLOC, k);
        int (*f)(int) = decorate(trace, negate, "int(int)");
        check(!f && errno == ENOMEM, "at %zu: errno is %d", k, errno);
    }
    int (*f)(int) = decorate(noting("a"), negate, "int(int)");
    check(f && f(1) == -1, "not after that");
    undecorate(f);
}

static int (*fib)(int);

static int
plain_fib(int n)
{
    if (n < 2)
        return n;
    int before = fib(n - 2);
    return before + fib(n - 1);
}

TEST(decorate, sees_recursion_that_goes_through_the_name)
{
    fib = decorate(noting(";"), plain_fib, "int(int)");
    check(fib(3) == 2, "another result");
    check_seen(";(plain_fib(3);(plain_fib(1) is 1);(plain_fib(2);(plain_fib(0) "
               "is 0);(plain_fib(1) is 1) is 1) is 2)");
    undecorate(fib);
}
