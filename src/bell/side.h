/* One side of the bell: a child process with one worker, and its page.
 * SPDX-License-Identifier: MIT
 */
#ifndef SIDE_H
#define SIDE_H

#include <sys/types.h>

#include "watched.h"

struct side {
    const char *program; /* "bell-polling", beside the bell itself */
    struct watched *page;
    int page_fd;
    int commands; /* the child's stdin */
    pid_t pid;
    /* What children before this one had counted: a new nap is a new child. */
    long long looks, wakeups, cpu_ns;
};

/* Starts the child with that nap; dies when it cannot.  side_stop ends it and
 * keeps its counts, so that it can be started again.
 */
void side_start(struct side *side, long long nap_ns);
void side_stop(struct side *side);

/* Puts one item into its queue; asks it to bring its counts up to date. */
void side_ring(struct side *side);
void side_ask(struct side *side);

#endif
