/* One side of the bell: a child process with one worker, and its page.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_BELL_SIDE_H
#define DOORBELL_BELL_SIDE_H

#include <sys/types.h>

#include "watched.h"

struct side {
    const char *program; /* "bell-polling", beside the bell itself */
    struct watched *page;
    int page_fd;
    int commands; /* the child's stdin */
    pid_t pid;
};

/* Starts the child with that nap; dies when it cannot. */
void side_start(struct side *side, long long nap_ns);

/* Ends it at once: it may have just begun a nap of seconds. */
void side_stop(struct side *side);

/* Changes the nap; it holds from the next one on. */
void side_set_nap(struct side *side, long long nap_ns);

/* Puts one item into its queue; asks it to bring its counts up to date. */
void side_ring(struct side *side);
void side_ask(struct side *side);

#endif
