/* Runs a program as a user would, and keeps what it says and how it ends.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_TESTS_HARNESS_SPAWN_H
#define DOORBELL_TESTS_HARNESS_SPAWN_H

#include <sys/types.h>

enum { ARGUMENTS_MAX = 48, OUT_BYTES = 1 << 17, ERR_BYTES = 1 << 14 };

/* A program that runs, its output caught in files without a name. */
struct child {
    pid_t pid;
    int out, err;
};

struct outcome {
    int status; /* the exit status, or 128 + the signal that killed it */
    char out[OUT_BYTES], err[ERR_BYTES];
};

/* The three programs, and NULL. */
extern const char *const programs[];

/* Starts build/bin/NAME with the blank-separated words of a command line,
 * formatted as by printf; '' is the empty word.  Open descriptors are
 * inherited.  stdout_path: NULL to catch it, "" for a closed one, or a file.
 */
__attribute__((format(printf, 4, 5))) void child_start(struct child *child,
                                                       const char *stdout_path,
                                                       const char *name,
                                                       const char *format, ...);

/* Waits for its end; a sanitizer's report in it fails the test. */
void child_wait(struct child *child, struct outcome *outcome);

/* Both. */
__attribute__((format(printf, 3, 4))) void
run_program(struct outcome *outcome, const char *name, const char *format, ...);

/* How often the text occurs. */
size_t count_of(const char *text, const char *part);

#endif
