/* What a call costs through each decorator; all of them count the calls.
 * SPDX-License-Identifier: MIT
 */
#include "costs.h"
#include "decorate.h"
#include "die.h"

long n_calls;

int __real_work_wrapped(int n);
int __wrap_work_wrapped(int n);
void __cyg_profile_func_enter(void *function, void *call_site);
void __cyg_profile_func_exit(void *function, void *call_site);

static int
wrapper(int n)
{
    n_calls++;
    return work_plain(n);
}

int
__wrap_work_wrapped(int n)
{
    n_calls++;
    return __real_work_wrapped(n);
}

void
__cyg_profile_func_enter(void *function, void *call_site)
{
    (void)function, (void)call_site;
    n_calls++;
}

void
__cyg_profile_func_exit(void *function, void *call_site)
{
    (void)function, (void)call_site;
}

static void
count_around(struct call *call, const struct decorator *self)
{
    (void)self;
    n_calls++;
    call_go_on(call);
}

/* volatile: as in a program that may rebind it, each call reads the name. */
static int (*volatile rebound)(int) = wrapper;
static struct timing timing;

#define work_by_macro(n) (n_calls++, work_plain(n))

/* A case: the loop, and one call in it; volatile keeps the results alive. */
static volatile int result;
#define CALL_CASE(name, call)                                                  \
    __attribute__((noinline)) static void name(long n)                         \
    {                                                                          \
        for (int i = 0; i < n; i++)                                            \
            result = call;                                                     \
    }
CALL_CASE(decorate_none, work_plain(i))
CALL_CASE(decorate_pointer, rebound(i))
CALL_CASE(decorate_macro, work_by_macro(i))
CALL_CASE(decorate_wrap, work_wrapped(i))
CALL_CASE(decorate_library, work_preloaded(i))
CALL_CASE(decorate_instrument, work_instrumented(i))

/* Binds the name to what the decorators make, and back. */
static void
through(struct decorator decorator, int times, void (*run)(long n), long n)
{
    for (int i = 0; i < times; i++)
        rebound = decorate(decorator, rebound, "int(int)");
    if (!rebound)
        die("decorate: out of memory");
    run(n);
    while (callable_of((any_function)rebound))
        rebound = undecorate(rebound);
}

/* Only these are looked at: the calls, without making the closure. */
CALL_CASE(decorate_closure, rebound(i))
CALL_CASE(decorate_closure_twice, rebound(i))
CALL_CASE(decorate_timed, rebound(i))
CALL_CASE(decorate_retry, rebound(i) & 0)

static const struct decorator counting = {.name = "counted",
                                          .around = count_around};

static void
closure(long n)
{
    rebound = work_plain;
    through(counting, 1, decorate_closure, n);
    rebound = wrapper;
}

static void
closure_twice(long n)
{
    rebound = work_plain;
    through(counting, 2, decorate_closure_twice, n);
    rebound = wrapper;
}

static void
closure_timed(long n)
{
    rebound = work_plain;
    through(timed(&timing), 1, decorate_timed, n);
    rebound = wrapper;
}

static void
closure_retry(long n)
{
    rebound = work_plain;
    through(retry(1), 1, decorate_retry, n);
    rebound = wrapper;
}

const struct cost_case decorator_cases[] = {
    {"decorate_none", decorate_none},
    {"decorate_pointer", decorate_pointer},
    {"decorate_macro", decorate_macro},
    {"decorate_wrap", decorate_wrap},
    {"decorate_library", decorate_library},
    {"decorate_instrument", decorate_instrument},
    {"decorate_closure", closure},
    {"decorate_closure_twice", closure_twice},
    {"decorate_timed", closure_timed},
    {"decorate_retry", closure_retry},
    {0},
};
