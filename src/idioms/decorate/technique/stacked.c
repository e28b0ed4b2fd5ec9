/* Decorators stacked, with parameters, and taken off again.
 * SPDX-License-Identifier: MIT
 *
 *     @trace
 *     @timed
 *     @retry(3)
 *     def fetch(url): ...
 *
 * As there, the one that is nearest to the function is put on first, and a
 * call meets the one that was put on last first.
 */
#include <errno.h>
#include <stdio.h>

#include "decorate.h"
#include "slide.h"

static int n_calls;

/* Fails two times of three. */
static int
plain_fetch(const char *url)
{
    (void)url;
    return ++n_calls % 3 ? EAGAIN : 0;
}

static int (*fetch)(const char *url) = plain_fetch;

static void
call(const char *decorators)
{
    n_calls = 0;
    int result = fetch("http://here/");
    why("%-18s gives %d after %d calls", decorators, result, n_calls);
}

int
main(void)
{
    static struct timing timing;
    const char *signature = "int(const char *)";

    call("plain");
    fetch = decorate(retry(3), fetch, signature);
    call("retry(3)");
    fetch = decorate(timed(&timing), fetch, signature);
    call("timed, retry(3)");
    fetch = decorate(trace, fetch, signature);
    call("trace, timed, retry(3)");
    why("timed saw %zu calls: those that came to retry, not those it made",
        (size_t)timing.n_calls);
    fetch = undecorate(fetch);
    call("timed, retry(3)");
    fetch = undecorate(undecorate(fetch));
    call("plain");
    return 0;
}
