/* What the explorer can be asked for.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_EXPLORE_COMMAND_OPTIONS_H
#define DOORBELL_EXPLORE_COMMAND_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "explore/scenario.h"
#include "explore/command/session.h"

enum { FILES_MAX = 32, WANTED_MAX = 16 };

struct options {
    const char *files[FILES_MAX];
    size_t n_files;
    const char *contender;             /* only this one, or NULL */
    const char *scenarios[WANTED_MAX]; /* names, or files of one's own */
    size_t n_scenarios;                /* 0: all that the traits allow */
    struct shape shape;
    size_t capacity;
    enum search_kind search;
    int preemptions;
    uint64_t seed, schedules;
    unsigned depth;
    double limit_s;
    uint64_t budget; /* of schedules; 0: none */
    bool call_steps;
    const char *report; /* kinds of faults that are only reported, or NULL */
    unsigned spurious, failing_allocations, failing_creations;
    const char *replay;     /* a schedule, or NULL */
    const char *watch;      /* variables that it tells of, or NULL */
    bool strict;            /* each of its steps must be possible */
    const char *json, *svg; /* files for the story, or NULL */
    size_t width;           /* of a line of it, or 0: as wide as it is */
    bool beside;            /* and the nearest run that passes */
    bool pairs;             /* and which orders of two steps occurred */
    bool plays;             /* the user chooses each step */
    const char *graph;      /* the file for all positions, or NULL */
    const char *goal;       /* of the player, in words, or NULL */
    const char *save;       /* the file for what is played, or NULL */
    bool tells;             /* the story of a fault, in columns */
};

/* Reads the command line; exits with EXIT_USAGE when it cannot be. */
void options_parse(struct options *o, int argc, char **argv);

#endif
