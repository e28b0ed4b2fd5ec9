/* A test over every engine that is here.
 * SPDX-License-Identifier: MIT
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "engines.h"

/* Its server takes ten seconds to start, and each test starts one: it is asked for
 * by name.
 */
static bool
is_slow(const char *name)
{
    return strcmp(name, "rabbitmq") == 0;
}

static void
both_ways(struct server *s, void (*body)(struct server *, struct far_options *))
{
    for (enum far_wait wait = FAR_NAP; wait <= FAR_WOKEN; wait++) {
        struct far_options o = {.url = s->url,
                                .name = wait == FAR_NAP ? "naps" : "woken",
                                .wait = wait,
                                .nap_ns = NS_PER_MS,
                                .lease_ns = 3600 * NS_PER_S,
                                .patience_ns = 30 * NS_PER_S,
                                .attempts = 3};
        snprintf(test_at, sizeof(test_at), "%s, %s: ", s->name, o.name);
        body(s, &o);
    }
}

bool
engine_is_tested(const char *name)
{
    const char *only = getenv("FAR_ENGINE");

    if (only ? strcmp(only, name) != 0 : is_slow(name))
        return false;
    if (server_is_there(name))
        return true;
    fprintf(stderr, "%s: left out, not installed (make setup-far)\n", name);
    return false;
}

void
on_each_engine(void (*body)(struct server *s, struct far_options *o))
{
    signal(SIGPIPE, SIG_IGN);
    for (size_t i = 0; server_name(i); i++) {
        const char *name = server_name(i);
        struct server s;
        if (!engine_is_tested(name))
            continue;
        int error = server_start(&s, name);
        check(!error, "%s does not start: %s", name, strerror(error));
        both_ways(&s, body);
        server_end(&s);
    }
}

struct far *
opened(const struct far_options *options)
{
    struct far *q = NULL;
    int error = far_open(&q, options);

    check(!error, "far_open: %s", strerror(error));
    return q;
}

void
put_number(struct far *q, int number)
{
    char key[FAR_KEY];

    snprintf(key, sizeof(key), "%d", number);
    int error = far_put(q, key, "a body");
    check(!error, "put of %d: %s", number, strerror(error));
}

void
check_length(struct far *q, size_t ready, size_t in_flight, size_t dead)
{
    struct far_length n = {0};
    int error = far_length(q, &n);

    while (!error && n.in_flight == FAR_UNKNOWN &&
           (n.ready != ready || n.dead != dead)) {
        clock_nap(NS_PER_MS);
        error = far_length(q, &n);
    }
    check(!error, "far_length: %s", strerror(error));
    check(n.ready == ready && n.dead == dead &&
              (n.in_flight == in_flight || n.in_flight == FAR_UNKNOWN),
          "%zu ready, %zu in flight, %zu dead", n.ready, n.in_flight, n.dead);
}
