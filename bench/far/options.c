/* What the load of a far queue can be asked for.
 * SPDX-License-Identifier: MIT
 */
#include <argp.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "array_len.h"
#include "bench/far/far.h"
#include "clock.h"
#include "parse.h"
#include "program/run/gate.h"

const char *argp_program_version = "far (doorbell) " VERSION;

static const struct argp_option table[] = {
    {"serve", 'S', NULL, 0,
     "Start a server of each engine that is installed, say where, and end them "
     "on SIGTERM",
     1},
    {"url", 'u', "URL", 0,
     "unix:PATH or redis://... of a Redis, postgresql://..., nats://..., "
     "amqp://..., or env:NAME, the variable that holds one: no ps shows that",
     1},
    {"except", 'x', "ENGINE", 0, "With --serve: not this one; may be repeated",
     1},
    {"mode", 'm', "MODE", 0, "load (the default), idle, ping, put or burst", 1},
    {"wait", 'w', "WAY", 0,
     "woken: each worker by the server (the default); handout: one listener "
     "that hands out; or a nap between two looks, as 10ms",
     2},
    {"limit", 'l', "TIME", 0,
     "woken: of one wait, after which a worker asks again (none)", 2},
    {"workers", 'j', "N", 0, "How many (1)", 2},
    {"items", 'n', "N", 0, "How many items, or calls (10)", 2},
    {"batch", 'b', "N", 0, "burst: how many items at once (1)", 2},
    {"every", 'e', "TIME", 0, "Mean time between two items (100ms)", 2},
    {"for", 't', "TIME", 0, "idle: how long (1s)", 2},
    {"seed", 's', "N", 0, "For the schedule and the naps' phases (the clock)",
     2},
    {"gate", 'G', "FD", 0, "Wait at 'ready' and 'done'", 3},
    {"format", 'f', "FORMAT", 0, "tsv, and nothing else", 3},
    {0}};

static const struct far_mode modes[] = {{"load", far_load_run},
                                        {"idle", far_idle_run},
                                        {"ping", far_ping_run},
                                        {"put", far_put_run},
                                        {"burst", far_burst_run}};

struct options {
    struct far_load *load;
    size_t mode;
    bool serves;
};

static const char *
parse_wait(const char *value, struct far_load *load)
{
    load->hands_out = !strcmp(value, "handout");
    load->options.wait = FAR_WOKEN;
    if (load->hands_out || !strcmp(value, "woken"))
        return NULL;
    load->options.wait = FAR_NAP;
    const char *why = parse_duration(value, &load->options.nap_ns);
    return why                        ? "is no way to wait"
           : load->options.nap_ns < 1 ? "is no nap"
                                      : NULL;
}

static const char *
parse_value(int key, const char *value, struct options *o)
{
    struct far_load *load = o->load;

    switch (key) {
    case 'm':
        return parse_name(value, modes, ARRAY_LEN(modes), sizeof(*modes),
                          &o->mode)
                   ? "is no mode"
                   : NULL;
    case 'w':
        return parse_wait(value, load);
    case 'l':
        return parse_duration(value, &load->limit_ns);
    case 'j':
        return parse_number(value, 1, 200, &load->n_workers);
    case 'n':
        return parse_number(value, 1, 1000000, &load->n_items);
    case 'b':
        return parse_number(value, 1, FAR_BATCH, &load->n_batch);
    case 'e':
        return parse_duration(value, &load->every_ns);
    case 't':
        return parse_duration(value, &load->for_ns);
    case 's':
        return parse_number(value, 0, UINT64_MAX, &load->seed);
    case 'G':
        return parse_fd(value, &load->gate_fd);
    default:
        return strcmp(value, "tsv") ? "is not tsv" : NULL;
    }
}

static error_t
parse(int key, char *value, struct argp_state *state)
{
    struct options *o = state->input;

    if (key == ARGP_KEY_ARG)
        argp_error(state, "unexpected argument '%s'", value);
    if (key == ARGP_KEY_END && !o->serves && !o->load->options.url)
        argp_error(state, "no --url named");
    if (key == ARGP_KEY_END && !o->serves && !far_knows(o->load->options.url))
        argp_error(state, "--url: an engine that this build does not know");
    if (key == 'S')
        o->serves = true;
    else if (key == 'x')
        far_serve_except(value);
    else if (key == 'u')
        o->load->options.url = parse_from_environment(value);
    else if (value) {
        const char *why = parse_value(key, value, o);
        if (why)
            argp_error(state, "'%s' %s", value, why);
    } else
        return ARGP_ERR_UNKNOWN;
    return 0;
}

const struct far_mode *
far_options_parse(struct far_load *load, int argc, char **argv)
{
    static const struct argp argp = {
        .options = table,
        .parser = parse,
        .doc = "Loads a queue on another machine, for bench far."};
    static char name[FAR_NAME];
    struct options o = {.load = load};

    /* A process number comes again, and keys that were put stay known. */
    snprintf(name, sizeof(name), "run_%d_%llx", (int)getpid(),
             (unsigned long long)(clock_now_ns() / NS_PER_US));
    load->options = (struct far_options){.name = name,
                                         .wait = FAR_WOKEN,
                                         .lease_ns = 600 * NS_PER_S,
                                         .patience_ns = 2 * NS_PER_S,
                                         .attempts = 3};
    load->n_workers = 1;
    load->n_items = 10;
    load->n_batch = 1;
    load->every_ns = 100 * NS_PER_MS;
    load->for_ns = NS_PER_S;
    load->seed = (uint64_t)clock_now_ns(); /* each run meets other phases */
    load->gate_fd = GATE_NONE;
    argp_parse(&argp, argc, argv, 0, NULL, &o);
    return o.serves ? NULL : &modes[o.mode];
}
