/* Loads what is to be explored.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_EXPLORE_LOAD_LOAD_H
#define DOORBELL_EXPLORE_LOAD_LOAD_H

#include "contender.h"
#include "explore/scenario.h"

/* What a shared object holds: contenders, or a program's main. */
struct target {
    const char *path;
    void *handle;
    const struct contender *const *contenders; /* or NULL */
    int (*main)(int argc, char **argv);        /* or NULL */
    bool tries_locks;     /* it calls pthread_mutex_trylock or the like */
    bool is_instrumented; /* it was compiled with -fsanitize=thread */
};

/* Loads the file and keeps its globals.  Dies with EXIT_USAGE when it cannot be
 * loaded, and with EXIT_SKIPPED when it has atomics of 16 bytes.
 */
struct target load_target(const char *path);

/* The scenario of a C file, which is compiled first, or of a shared object. */
const struct scenario *load_scenario(const char *path);

#endif
