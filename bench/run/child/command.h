/* What the bench can do besides running scenarios: `bench compare A B`.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_BENCH_RUN_CHILD_COMMAND_H
#define DOORBELL_BENCH_RUN_CHILD_COMMAND_H

struct command {
    const char *name;
    /* Gets the command as argv[0], and returns the exit code. */
    int (*run)(int argc, char **argv);
};

/* The command that argv[1] names, or NULL. */
const struct command *command_find(int argc, char **argv);

/* Measures the instrument itself, and prints how far it is off. */
int calibrate_run(int argc, char **argv);

/* Compares two folders of results. */
int compare_run(int argc, char **argv);

/* Records one run of each page of the pair, and draws it. */
int trace_run(int argc, char **argv);

#endif
