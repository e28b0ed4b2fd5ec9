/* Decorators for functions of any signature.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <time.h>

#include "decorators.h"

enum { LINE_BYTES = 512 };

static void
trace_around(struct call *call, const struct decorator *self)
{
    char text[LINE_BYTES], result[LINE_BYTES];

    (void)self;
    call_print(call, text, sizeof(text)); /* before it changes what it got */
    call_go_on(call);
    call_print_result(call, result, sizeof(result));
    printf("%s is %s\n", text, result);
}

const struct decorator trace = {.name = "traced", .around = trace_around};

static long long
now_ns(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000000000LL + now.tv_nsec;
}

static void
timed_around(struct call *call, const struct decorator *self)
{
    struct timing *timing = self->context;
    long long before_ns = now_ns();

    call_go_on(call);
    atomic_fetch_add(&timing->total_ns, now_ns() - before_ns);
    atomic_fetch_add(&timing->n_calls, 1);
}

struct decorator
timed(struct timing *timing)
{
    return (struct decorator){.name = "timed",
                              .around = timed_around,
                              .context = timing};
}

static void
retry_around(struct call *call, const struct decorator *self)
{
    int left = self->n;

    do
        call_go_on(call);
    while (call_result(call) != 0 && --left > 0);
}

struct decorator
retry(int n)
{
    return (
        struct decorator){.name = "retried", .around = retry_around, .n = n};
}
