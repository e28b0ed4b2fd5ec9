/* What the three programs can be asked for; the same for all three.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_PROGRAM_OPTIONS_H
#define DOORBELL_PROGRAM_OPTIONS_H

#include <stdbool.h>

#include "program/run/instrument.h"
#include "plan.h"

enum { SETTINGS_MAX = 32 };

enum format { FORMAT_TEXT, FORMAT_TSV, FORMAT_JSON };

/* The keys of the options that not every page has a use for. */
enum option_key {
    OPTION_WORKERS = 'j',
    OPTION_CAPACITY = 'c',
    OPTION_NAP = 0x100,
    OPTION_MAIN_NAP,
    OPTION_GATHER,
    OPTION_REFUSE,
    OPTION_DEPTH,
    OPTION_WORK,
    OPTION_IO,
    OPTION_SET,
    OPTION_EVERY,
    OPTION_SEED,
    OPTION_FAIL,
    OPTION_DELAYS,
    OPTION_GATE,
    OPTION_GAUGES,
    OPTION_QUEUE,
    OPTION_LEASE,
};

struct options {
    uint64_t n_items;
    const char *stages; /* noop, work, a plug-in's name or path */
    uint64_t depth;     /* 0 = as the stages have it */
    int64_t every_ns;   /* mean time between two items; 0 = all at once */
    bool refuse;        /* an item that finds no room is refused */
    bool delays;
    enum format format;
    size_t n_values; /* the most that an option gave, a stage each, */
    const char *n_values_option;         /* and which one it was */
    int gate_fd;                         /* GATE_NONE, or its descriptor */
    int gauges_fd;                       /* -1, or the file to map */
    const char *queue;                   /* the URL of a server, or NULL */
    int64_t lease_ns;                    /* of an item there */
    const struct stage_carrier *carrier; /* of the stages, or NULL */
    struct plan plan;
    struct instrument instrument; /* only its fails are set */
    const char *settings[SETTINGS_MAX + 1];
};

/* Fills *options from the command line, or ends the program: 0 for --help
 * and --version, EXIT_USAGE with one line for anything that makes no sense.
 */
void options_parse(struct options *options, int argc, char **argv);

#endif
