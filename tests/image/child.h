/* A photoserver as a child of the test, and plain words with it.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_TESTS_IMAGE_CHILD_H
#define DOORBELL_TESTS_IMAGE_CHILD_H

#include <stddef.h>
#include <stdio.h>
#include <sys/types.h>

struct child {
    pid_t pid;
    FILE *output;
    char url[64]; /* "http://127.0.0.1:40123/" */
    int port;
    size_t most_bytes; /* set before the start: a limit on its files; 0: none */
};

/* Starts the server with these arguments, NULL at the end, and waits until
 * it listens.  It dies with the test.
 */
void child_start(struct child *c, ...);

/* Ends it by the signal; fails unless it exits with 0. */
void child_stop(struct child *c, int signal_number);

/* A connection to it, which is the caller's. */
int child_connect(const struct child *c);

/* Sends the bytes as they are and returns the status of the reply; 0 when
 * there is none.  The reply, as much as fits, goes to reply, with a NUL.
 */
int ask(const struct child *c, const void *bytes, size_t n, char *reply,
        size_t reply_size);

/* GET and PUT of a path, the body all 'x': the status. */
int ask_get(const struct child *c, const char *path);
int ask_put(const struct child *c, const char *path, size_t n_bytes);

#endif
