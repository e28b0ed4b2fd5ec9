/* A test over every engine that is here.
 * SPDX-License-Identifier: MIT
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "engines.h"

/* Its server takes ten seconds to start, and some tests start their own: it is
 * asked for by name.
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
        const char *way = wait == FAR_NAP ? "naps" : "woken";
        char name[FAR_NAME]; /* that no other test has */
        snprintf(name, sizeof(name), "%s_%llx", way,
                 (unsigned long long)clock_now_ns());
        struct far_options o = {.url = s->url,
                                .name = name,
                                .wait = wait,
                                .nap_ns = NS_PER_MS,
                                .lease_ns = 3600 * NS_PER_S,
                                .patience_ns = 30 * NS_PER_S,
                                .attempts = 3};
        snprintf(test_at, sizeof(test_at), "%s, %s: ", s->name, way);
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

static void
on_own_server(const char *name,
              void (*body)(struct server *, struct far_options *))
{
    struct server s;
    int error = server_start(&s, name);

    check(!error, "%s does not start: %s", name, strerror(error));
    both_ways(&s, body);
    server_end(&s);
}

void
on_own_servers(void (*body)(struct server *s, struct far_options *o))
{
    signal(SIGPIPE, SIG_IGN);
    for (size_t i = 0; server_name(i); i++)
        if (engine_is_tested(server_name(i)))
            on_own_server(server_name(i), body);
}

static void
on_shared_server(const char *name,
                 void (*body)(struct server *, struct far_options *))
{
    struct server s = {.name = name};
    char variable[32];

    snprintf(variable, sizeof(variable), SHARED_URL "%s", name);
    const char *url = getenv(variable);
    if (!url) {
        on_own_server(name, body);
        return;
    }
    snprintf(s.url, sizeof(s.url), "%s", url);
    both_ways(&s, body);
}

void
on_each_engine(void (*body)(struct server *s, struct far_options *o))
{
    signal(SIGPIPE, SIG_IGN);
    for (size_t i = 0; server_name(i); i++)
        if (engine_is_tested(server_name(i)))
            on_shared_server(server_name(i), body);
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
