/* A program outside: decorators from an installed doorbell.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>

#include <doorbell/decorate.h>

static int n_calls;

static int
plain_fetch(const char *url)
{
    (void)url;
    return ++n_calls < 3;
}

static int (*fetch)(const char *) = plain_fetch;

int
main(void)
{
    static struct timing timing;

    fetch = decorate(retry(3), fetch, "int(const char *)");
    fetch = decorate(timed(&timing), fetch, "int(const char *)");
    fetch = decorate(trace, fetch, "int(const char *)");
    int error = fetch ? fetch("http://here/") : 1;
    fetch = undecorate(undecorate(undecorate(fetch)));
    printf("%d calls, timed %d\n", n_calls, (int)timing.n_calls);
    return error || fetch != plain_fetch;
}
