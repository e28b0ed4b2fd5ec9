/* The options of photoserver.
 * SPDX-License-Identifier: MIT
 */
#include <argp.h>
#include <arpa/inet.h>
#include <stdbool.h>

#include "die.h"
#include "image/server/options.h"
#include "parse.h"

enum { PORT_DEFAULT = 8080, PHOTOS_MAX = 100000 };

#define MAX_BYTES_DEFAULT (64 * 1024 * 1024)

static const struct argp_option TABLE[] = {
    {"port", 'p', "N", 0, "where to listen (8080); 0: any that is free", 0},
    {"address", 'a', "IP", 0, "the address for that (127.0.0.1)", 0},
    {"photos", 'f', "DIR", 0, "serve the photos of this folder", 0},
    {"generate", 'g', "N", 0, "serve N photos made up in memory", 0},
    {"size", 's', "WxH", 0, "of those: their size (1600x1200)", 0},
    {"seed", 'S', "N", 0, "of those: same seed, same photos (1)", 0},
    {"store", 'o', "DIR", 0, "where PUT stores; made if not there", 0},
    {"max-body", 'm', "BYTES", 0, "the longest PUT (64 MiB)", 0},
    {"latency", 'l', "TIME", 0, "each way, so twice a request (0)", 0},
    {"bandwidth", 'b', "BYTES/S", 0, "of each connection (0: no limit)", 0},
    {0},
};

static const char DOC[] =
    "Serves photos to the image stages and takes their results."
    "\vGET /photos/NAME, GET and PUT /store/NAME; below /fault/ it does what "
    "servers should not: 404, 500, stall, endless, short, redirect-loop, "
    "redirect-file, notjpeg.  Its first line tells where it listens.";

static const char *
parse_address(const char *text, struct in_addr *address)
{
    return inet_pton(AF_INET, text, address) == 1 ? NULL
                                                  : "is not an IPv4 address";
}

static const char *
parse_port(const char *text, in_port_t *port)
{
    uint64_t number;
    const char *why = parse_number(text, 0, UINT16_MAX, &number);

    if (!why)
        *port = htons((uint16_t)number);
    return why;
}

/* Reads one option.  Returns false when there is no such key; else *why. */
static bool
read_option(struct options *o, int key, const char *text, const char **why)
{
    switch (key) {
    case 'p':
        *why = parse_port(text, &o->address.sin_port);
        return true;
    case 'a':
        *why = parse_address(text, &o->address.sin_addr);
        return true;
    case 'f':
        o->photos = text;
        return true;
    case 'g':
        *why = parse_number(text, 1, PHOTOS_MAX, &o->generate);
        return true;
    case 's':
        *why = size_parse(text, &o->size);
        return true;
    case 'S':
        *why = parse_number(text, 0, UINT64_MAX, &o->seed);
        return true;
    case 'o':
        o->store = text;
        return true;
    case 'm':
        *why = parse_number(text, 1, INT64_MAX, &o->max_bytes);
        return true;
    case 'l':
        *why = parse_duration(text, &o->latency_ns);
        return true;
    case 'b':
        *why = parse_number(text, 0, INT64_MAX, &o->bytes_per_s);
        return true;
    default:
        return false;
    }
}

static error_t
take(int key, char *text, struct argp_state *state)
{
    const char *why = NULL;

    if (!read_option(state->input, key, text, &why))
        return ARGP_ERR_UNKNOWN;
    if (why)
        die_usage("'%s' %s", text, why);
    return 0;
}

const char *argp_program_version = "photoserver (doorbell) " VERSION;

void
options_read(struct options *o, int argc, char **argv)
{
    const struct argp argp = {.options = TABLE, .parser = take, .doc = DOC};

    *o = (struct options){
        .address = {.sin_family = AF_INET,
                    .sin_port = htons(PORT_DEFAULT),
                    .sin_addr = {htonl(INADDR_LOOPBACK)}},
        .size = {1600, 1200},
        .seed = 1,
        .max_bytes = MAX_BYTES_DEFAULT,
    };
    begin_program();
    argp_parse(&argp, argc, argv, 0, NULL, o);
    if (o->photos && o->generate)
        die_usage("takes only one of '--photos' and '--generate'");
}
